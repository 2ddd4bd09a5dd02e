import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where a worker starts. Built code stands as `.js`; when the product runs from its TypeScript source (under
 * Jest), the `.ts` beside it starts through a loader that strips the types, with no flags on the process.
 */
export function workerEntry(built: URL): { readonly url: URL; readonly execArgv: readonly string[] } {
  if (existsSync(fileURLToPath(built))) return { url: built, execArgv: [] };
  return {
    url: new URL(built.href.replace(/\.js$/, '.ts')),
    execArgv: ['--import', new URL('./source-loader.mjs', import.meta.url).href],
  };
}
