import { parseArgs } from 'node:util';
import type { Command, Invocation, Terminal } from './command.js';
import type { CliConfig } from './config.js';
import { CommandError, EXIT, usageError, type ExitCode } from './exit-code.js';
import { commandHelp, generalHelp } from './help.js';

export interface Surroundings {
  readonly commands: readonly Command[];
  readonly config: CliConfig;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Runs one call of the program and gives its exit code; never throws. */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { terminal, commands } = around;
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(generalHelp(commands));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.err(`sluice: there is no command "${name}"; "sluice --help" lists them.\n`);
    return EXIT.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(commandHelp(command));
    return EXIT.done;
  }
  try {
    return await command.run(readInvocation(command, rest, around));
  } catch (error) {
    if (error instanceof CommandError) {
      terminal.err(`sluice ${command.name}: ${error.message}\n`);
      return error.exitCode;
    }
    if (around.signal.aborted) return EXIT.interrupted;
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(`sluice ${command.name}: this should not happen: ${reason}\n`);
    return EXIT.no;
  }
}

function readInvocation(command: Command, args: readonly string[], around: Surroundings): Invocation {
  const { positionals, values } = parse(command, args);
  const { length } = command.arguments;
  if (positionals.length < length) {
    throw usageError(
      `give a ${command.arguments[positionals.length]}; "sluice ${command.name} --help" says how.`,
    );
  }
  if (positionals.length > length) throw usageError(`"${positionals[length]}" is one argument too many.`);
  return {
    positionals,
    flags: values,
    config: around.config,
    terminal: around.terminal,
    signal: around.signal,
  };
}

function parse(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      { type: flag.type, multiple: flag.multiple ?? false },
    ]),
  );
  try {
    return parseArgs({ args: spreadLists(command, args), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

/** `--documents a b c` reads like `--documents a --documents b --documents c`. */
function spreadLists(command: Command, args: readonly string[]): string[] {
  const spread: string[] = [];
  let list: string | null = null;
  let taken = 0;
  for (const argument of args) {
    if (argument.startsWith('-')) {
      const name = argument.replace(/^--/, '');
      list = command.flags[name]?.multiple === true ? argument : null;
      taken = 0;
      spread.push(argument);
    } else if (list !== null) {
      if (taken > 0) spread.push(list);
      spread.push(argument);
      taken += 1;
    } else {
      spread.push(argument);
    }
  }
  return spread;
}
