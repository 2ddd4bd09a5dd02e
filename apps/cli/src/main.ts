import { runCommandLine } from './command-line.js';
import { approveCommand } from './commands/approve.js';
import { cancelCommand } from './commands/cancel.js';
import { extractCommand } from './commands/extract.js';
import { giveUpCommand } from './commands/give-up.js';
import { pauseCommand, resumeCommand } from './commands/pause.js';
import { retryCommand } from './commands/retry.js';
import { runCommand } from './commands/run.js';
import { schemaCommand } from './commands/schema.js';
import { sendEventCommand } from './commands/send-event.js';
import { setVariableCommand } from './commands/set-variable.js';
import { simulateCommand } from './commands/simulate.js';
import { skipCommand } from './commands/skip.js';
import { validateCommand } from './commands/validate.js';
import { readConfig } from './config.js';

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());
// A reader that closes the pipe early (`| head`) is no error of ours.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  commands: [
    validateCommand,
    simulateCommand,
    extractCommand,
    schemaCommand,
    runCommand,
    pauseCommand,
    resumeCommand,
    cancelCommand,
    approveCommand,
    retryCommand,
    skipCommand,
    giveUpCommand,
    sendEventCommand,
    setVariableCommand,
  ],
  config: readConfig(),
  terminal: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
  },
  signal: interruption.signal,
});
