import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import prettier from 'prettier';
import { GENERATED_FILES } from './generated-files.mjs';

/**
 * Writes all generated files; with `--check` only says which are not what the code makes, and fails when there are any.
 * Run from the root of the repository under test/support/typescript-loader.mjs.
 */
const check = process.argv.includes('--check');
let changed = 0;
for (const { path, make, format } of GENERATED_FILES) {
  const made = await make();
  const text = format
    ? await prettier.format(made, { ...(await prettier.resolveConfig(path)), filepath: path })
    : made;
  if (text === readOrNothing(path)) continue;
  changed += 1;
  console.log(check ? `${path} is not what the code makes: npm run generate` : `${path} written`);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.exitCode = check && changed > 0 ? 1 : 0;

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
