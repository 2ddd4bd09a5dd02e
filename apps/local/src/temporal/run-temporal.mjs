import { withProgress } from '../progress.mjs';
import { settingOf } from '../settings.mjs';
import { buildTemporal } from './build-temporal.mjs';
import { chooseTemporal } from './choose-temporal.mjs';
import { startPrivateTemporal } from './private-temporal.mjs';

/**
 * Uses the Temporal server that was given, or brings up a private one; builds its program when there is none.
 * @param {import('../product.mjs').BringUp} bringUp
 * @returns {Promise<{ readonly address: string, readonly ui: string | undefined }>}
 */
export async function runTemporal({ input, port, run }) {
  const { settings, data, env, progress } = input;
  const givenUi = settingOf(env, 'SLUICE_TEMPORAL_UI_URL');
  const choice = chooseTemporal({ temporalAddress: settings.temporalAddress, env });
  if (choice.kind === 'external') return { address: choice.address, ui: givenUi };
  const binary = choice.kind === 'private' ? choice.binary.path : await build(choice, input);
  const place = { port: await port('SLUICE_TEMPORAL_PORT'), uiPort: await port('SLUICE_TEMPORAL_UI_PORT') };
  await withProgress(
    progress,
    'Temporal',
    () => run('Temporal', () => startPrivateTemporal({ binary, data, ...place })),
    () => `port ${place.port}, Web UI on ${place.uiPort}`,
  );
  return { address: `127.0.0.1:${place.port}`, ui: givenUi ?? `http://127.0.0.1:${place.uiPort}` };
}

/**
 * @param {import('./choose-temporal.mjs').TemporalToBuild} choice
 * @param {import('../product.mjs').ProductInput} input
 */
function build({ go, goVersion }, { env, progress, interrupted }) {
  return withProgress(
    progress,
    `Building the Temporal server with Go ${goVersion} (once, about five minutes)`,
    (update) => buildTemporal(go, env, update, interrupted),
    (path) => path,
  );
}
