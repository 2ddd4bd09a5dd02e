import { join } from 'node:path';
import { succeeds } from './testing/stage.mjs';

const LONGEST_MS = 5 * 60_000;

/**
 * Writes the files made from code; the page's types last, since they are made from the API's schema.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export async function generate(root, env) {
  const options = { root, env, timeoutMs: LONGEST_MS };
  const loader = join(root, 'test', 'support', 'typescript-loader.mjs');
  const codegen = join(root, 'node_modules', '@graphql-codegen', 'cli', 'esm', 'bin.js');
  const written =
    (await succeeds(
      [process.execPath, '--import', loader, join(root, 'test', 'generated', 'write.mjs')],
      options,
    )) && (await succeeds([process.execPath, codegen, '--config', join(root, 'web', 'codegen.ts')], options));
  return written ? 0 : 1;
}
