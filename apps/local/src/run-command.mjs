import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.mjs';

/** The repository. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/**
 * Runs a command of this folder and ends the process with its exit code; what a person can put right is shown plainly.
 * @param {(root: string, env: NodeJS.ProcessEnv) => Promise<number>} command
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command(ROOT, process.env);
  } catch (error) {
    console.error(error instanceof StartError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
