import type { Command } from './command.js';

export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'sluice: workflows over your documents, from the command line',
    '',
    ...lines,
    '',
    '"sluice <command> --help" tells more. Exit codes: 0 done, 1 the answer is no, 2 unusable call,',
    '3 nothing to talk to, 4 not allowed, 130 interrupted.',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const usage = ['sluice', command.name, ...command.arguments.map((name) => `<${name}>`), '[flags]'].join(
    ' ',
  );
  const flags = Object.entries(command.flags).map(([name, flag]) => ({
    left: `--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`,
    help: flag.help,
  }));
  const width = Math.max(0, ...flags.map((flag) => flag.left.length));
  return [
    command.summary,
    '',
    `  ${usage}`,
    '',
    ...flags.map((flag) => `  ${flag.left.padEnd(width)}  ${flag.help}`),
    '',
  ].join('\n');
}
