#!/usr/bin/env node
// Runs the built command line under the `dist` import condition, building it first when it is not there yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const main = join(root, 'dist/apps/cli/src/main.js');

if (!existsSync(main)) {
  process.stderr.write('sluice: building once, this takes about half a minute ...\n');
  const build = spawnSync('npm', ['run', '--silent', 'build:server'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (build.status !== 0 || !existsSync(main)) {
    process.stderr.write(
      `${build.stdout}${build.stderr}sluice: the build failed; run "npm ci" in ${root} first.\n`,
    );
    process.exit(2);
  }
}

const child = spawn(process.execPath, ['-C', 'dist', main, ...process.argv.slice(2)], { stdio: 'inherit' });
// Ctrl-C reaches the child by the terminal as well; the child decides what it means.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
