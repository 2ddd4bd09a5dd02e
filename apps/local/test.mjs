import { requireNode } from './src/node-version.mjs';

/** `npm test`: all checks and tests, from a fresh clone. */
requireNode();
const { runCommand } = await import('./src/run-command.mjs');
const { test } = await import('./src/testing/test.mjs');
await runCommand(test);
