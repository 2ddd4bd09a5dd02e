import { requireNode } from './src/node-version.mjs';

/** `npm run doctor`: what a start would find, lack and choose. */
requireNode();
const { runCommand } = await import('./src/run-command.mjs');
const { doctor } = await import('./src/doctor.mjs');
await runCommand(doctor);
