import { mkdir, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { PAUSE_SIGNAL, RESUME_SIGNAL } from '#temporal/contract';
import { Rig, eventually } from '../integration/worker/support/rig.js';
import type { Run } from '../integration/worker/support/rig.js';
import { startPostgres } from '../support/postgres.mjs';
import { startTemporal } from '../support/temporal.mjs';
import { buildWorkflowBundle } from '../support/workflow-bundle.mjs';
import { recorded } from './recorded-definitions.js';
import type { Recorded } from './recorded-definitions.js';

/**
 * Records the histories that every test run replays. Only to be run when the engine's version is
 * raised, or to add a history: `node --import ./test/support/typescript-loader.mjs
 * test/replay/record-histories.ts [name...]`. What is there already must go on replaying.
 */
async function main(names: readonly string[]): Promise<void> {
  const postgres = await startPostgres();
  const temporal = await startTemporal();
  process.env['SLUICE_TEST_DATABASE_URL'] = postgres.url;
  process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] = temporal.address;
  process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] = await buildWorkflowBundle();
  const rig = await Rig.start();
  try {
    await mkdir('test/replay/histories', { recursive: true });
    for (const [name, wanted] of Object.entries(recorded)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const history = await record(rig, wanted);
      await writeFile(`test/replay/histories/${name}.json`, `${history}\n`);
    }
  } finally {
    await rig.stop();
    await temporal.stop();
    await postgres.stop();
  }
}

async function record(rig: Rig, { yaml, scripts, signals, continueAfterEvents }: Recorded): Promise<string> {
  rig.steps.use(scripts);
  const run = await rig.run(yaml, {
    argument: continueAfterEvents === undefined ? {} : { continueAfterEvents },
  });
  await eventually(() => rig.steps.calls.length > 0, 'the first step runs');
  for (const signal of signals) await send(run, signal);
  await run.closed();
  // The handle follows the chain: this is the history of the last run.
  const { events } = await rig.client.workflow.getHandle(run.handle.workflowId).fetchHistory();
  return historyToJSON({ events: events ?? [] });
}

async function send(run: Run, signal: Recorded['signals'][number]): Promise<void> {
  if (signal === 'cancel') {
    await run.handle.cancel();
    return;
  }
  await run.handle.signal(signal === 'pause' ? PAUSE_SIGNAL : RESUME_SIGNAL, { path: '' });
  const status = signal === 'pause' ? 'paused' : 'running';
  await eventually(async () => (await run.execution()).status === status, `the execution is ${status}`);
}

await main(process.argv.slice(2));
process.exit(0);
