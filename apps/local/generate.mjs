import { requireNode } from './src/node-version.mjs';

/** `npm run generate`: writes all committed files that are made from code. */
requireNode();
const { runCommand } = await import('./src/run-command.mjs');
const { generate } = await import('./src/generate.mjs');
await runCommand(generate);
