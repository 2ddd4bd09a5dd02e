import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in for the API and the worker: ready at once, ends on SIGTERM, signs in whoever comes. */
const PROGRAM = (/** @type {string} */ portSetting) => `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
const note = (text) => appendFileSync(process.env.SMALL_PRODUCT_NOTES, text + '\\n');
const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(7);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: { signIn: { user: { id: '1' } } } }));
});
server.listen(Number(process.env.${portSetting}), '127.0.0.1', () => note('${portSetting} started'));
process.on('SIGTERM', () => server.close(() => { note('${portSetting} stopped'); process.exit(0); }));
`;

const BUILD = {
  'build:server': 'node build.mjs server',
  'build:workflows': 'node build.mjs workflows',
  'build:web': 'node build.mjs web',
};

/** Notes each build, and copies the sources to where the built code is expected. */
const BUILDER = `
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
const [, , target] = process.argv;
appendFileSync(process.env.SMALL_PRODUCT_NOTES, 'built ' + target + '\\n');
mkdirSync('dist', { recursive: true });
mkdirSync('web/dist', { recursive: true });
if (target === 'server') cpSync('apps', 'dist/apps', { recursive: true });
if (target === 'workflows') writeFileSync('dist/workflow-bundle.js', '');
if (target === 'web') writeFileSync('web/dist/index.html', '');
`;

/**
 * Makes a repository like ours whose API and worker do nothing, so that starting can be tested by itself.
 * @param {string} root an empty folder
 */
export function makeSmallProduct(root) {
  const manifest = { name: 'small', version: '1.0.0', type: 'module', scripts: BUILD };
  const lock = { name: 'small', version: '1.0.0', lockfileVersion: 3, packages: {} };
  const files = {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify(lock),
    'node_modules/.package-lock.json': JSON.stringify(lock),
    'build.mjs': BUILDER,
    'apps/api/src/main.js': PROGRAM('SLUICE_PORT'),
    'apps/worker/src/main.js': PROGRAM('SLUICE_WORKER_PORT'),
    'web/index.html': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
