import { requireNode } from './src/node-version.mjs';

/** `npm start`: the whole product on this machine. */
requireNode();
const { runCommand } = await import('./src/run-command.mjs');
const { start } = await import('./src/start.mjs');
await runCommand(start);
