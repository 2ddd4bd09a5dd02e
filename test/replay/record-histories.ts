import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Reference } from '#definition';
import type { ExecutionStatus } from '#interpreter';
import { PAUSE_SIGNAL, RESUME_SIGNAL, refusalOfUpdate } from '#temporal/contract';
import { untilContinued } from '../integration/worker/support/history.js';
import { Rig, eventually } from '../integration/worker/support/rig.js';
import type { Run } from '../integration/worker/support/rig.js';
import { startPostgres } from '../support/postgres.mjs';
import { startTemporal } from '../support/temporal.mjs';
import { WATCHED, buildWorkflowBundle } from '../support/workflow-bundle.mjs';
import type { Action, Recorded } from './definitions/recorded.js';
import { recorded } from './recorded-definitions.js';

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
  process.env['SLUICE_TEST_REPLAY_BUNDLE'] = await buildWorkflowBundle(WATCHED);
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

async function record(rig: Rig, wanted: Recorded): Promise<string> {
  const { scripts, actions, continueAfterEvents } = wanted;
  rig.steps.use(scripts);
  const child = wanted.child === undefined ? '' : await rig.publish(wanted.child);
  const run = await rig.run(wanted.yaml.replaceAll('CHILD', child), {
    argument: continueAfterEvents === undefined ? {} : { continueAfterEvents },
    ...(wanted.documents && { documents: await documentsOf(rig, wanted.documents) }),
  });
  for (const action of actions) await perform(rig, run, action);
  await run.closed();
  // The handle follows the chain: this is the history of the last run.
  const { events } = await rig.client.workflow.getHandle(run.handle.workflowId).fetchHistory();
  return withoutMachine(historyToJSON({ events: events ?? [] }));
}

function documentsOf(rig: Rig, documentIds: readonly string[]): Promise<Reference> {
  return rig.stores.artifacts.put('documents', documentIds.length, { documentIds });
}

async function perform(rig: Rig, run: Run, action: Action): Promise<void> {
  if (typeof action === 'object') {
    if ('then' in action) {
      await becomes(run, action.when);
      await untilContinued(run);
      return;
    }
    await eventually(
      () =>
        run.ask(action.ask).then(
          () => true,
          (error: unknown) => {
            if (refusalOfUpdate(error) === null) throw error;
            return false;
          },
        ),
      `${action.ask.kind} is not refused`,
    );
    return;
  }
  await eventually(() => rig.steps.calls.length > 0, 'the first step runs');
  if (action === 'cancel') {
    await rig.client.workflow.getHandle(run.handle.workflowId).cancel();
    return;
  }
  await run.handle.signal(action === 'pause' ? PAUSE_SIGNAL : RESUME_SIGNAL, { path: '' });
  await becomes(run, action === 'pause' ? 'paused' : 'running');
}

async function becomes(run: Run, status: ExecutionStatus): Promise<void> {
  await eventually(async () => (await run.execution()).status === status, `the execution is ${status}`);
}

/** Where it was recorded is nobody's business. */
function withoutMachine(history: string): string {
  return history.replaceAll(process.cwd(), '/sluice').replaceAll(`@${hostname()}`, '@machine');
}

await main(process.argv.slice(2));
process.exit(0);
