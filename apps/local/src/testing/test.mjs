import { buildChanged } from '../build/build.mjs';
import { installMissing } from '../prepare-code.mjs';
import { createProgress, formatDuration, withProgress } from '../progress.mjs';
import { buildTemporal } from '../temporal/build-temporal.mjs';
import { chooseTemporal } from '../temporal/choose-temporal.mjs';
import { INSTALL_CHROMIUM, canInstallChromium, findChromium } from './chromium.mjs';
import { runJest } from './jest-run.mjs';
import { npmRun, runStage, succeeds } from './stage.mjs';

const MINUTE = 60_000;

/** A running product's settings must not reach the tests. */
const FOREIGN_SETTING = /^(DATABASE_URL|TEMPORAL_|SLUICE_(?!TEST_|E2E_))/;

/**
 * All checks and tests, from a fresh clone; starts and stops what they need.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the exit code
 */
export async function test(root, environment) {
  const startedAt = Date.now();
  const progress = createProgress();
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !FOREIGN_SETTING.test(name)));
  const options = { root, env, timeoutMs: 15 * MINUTE };
  let passed = 0;
  let failed = 0;

  /**
   * @param {Parameters<typeof runJest>[0]} project
   * @param {readonly string[]} args
   */
  const jest = async (project, args) => {
    const { ok, counts } = await runJest(project, args, options);
    passed += counts.passed;
    failed += counts.failed;
    return ok;
  };

  const stages = [
    await runStage('install', async () => {
      await installMissing(root, progress);
      return true;
    }),
    await runStage('check', () => succeeds(npmRun('check'), options)),
    await runStage('build', async () => {
      await buildChanged(root, progress);
      return true;
    }),
    await runStage('unit tests', () => jest('unit', ['--coverage', '--coverageReporters=text-summary'])),
    await runStage('servers', async () => {
      await provideTemporal(env, progress);
      return provideChromium(options);
    }),
    await runStage('integration tests', () => jest('integration', ['--maxWorkers=2'])),
    await runStage('browser tests', () => jest('e2e', ['--runInBand'])),
  ];

  console.log(`\n${'stage'.padEnd(20)} result   time`);
  for (const { name, ok, durationMs } of stages) {
    console.log(`${name.padEnd(20)} ${(ok ? 'passed' : 'FAILED').padEnd(8)} ${formatDuration(durationMs)}`);
  }
  console.log(`${'all'.padEnd(29)} ${formatDuration(Date.now() - startedAt)}`);
  const broken = stages.filter(({ ok }) => !ok).map(({ name }) => name);
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return broken.length === 0 ? 0 : 1;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('../progress.mjs').Progress} progress
 */
async function provideTemporal(env, progress) {
  const choice = chooseTemporal({ temporalAddress: undefined, env });
  if (choice.kind !== 'build') return;
  await withProgress(
    progress,
    'Building the Temporal server (once, about five minutes)',
    (update) => buildTemporal(choice.go, env, update),
    (path) => path,
  );
}

/** @param {Parameters<typeof succeeds>[1]} options */
async function provideChromium(options) {
  if (findChromium(options.env) !== undefined) return true;
  if (canInstallChromium()) return succeeds([INSTALL_CHROMIUM], { ...options, shell: true });
  console.error('The browser tests need Chromium on PATH. Debian: sudo apt-get install chromium');
  return false;
}
