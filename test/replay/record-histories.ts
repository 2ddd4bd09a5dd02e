import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { ROWS_INPUT, bulkPlan } from '#definition';
import type { BulkSettings, Json, Reference } from '#definition';
import type { Plan } from '#definition/plan';
import type { Reuse } from '#interpreter';
import { EarlierSteps } from '#persistence';
import { CARRIED_BY_VALUE_BYTES, carryPlan, jsonBytes } from '#temporal/contract';
import type { Carried } from '#temporal/contract';
import { reuseOf } from '../../apps/api/src/executions/reruns/reuse-of.js';
import { Rig, planOf } from '../integration/worker/support/rig.js';
import type { Run } from '../integration/worker/support/rig.js';
import { startPostgres } from '../support/postgres.mjs';
import { startTemporal } from '../support/temporal.mjs';
import { buildWorkflowBundle } from '../support/workflow-bundle.mjs';
import type { Action, Recorded } from './definitions/recorded.js';
import { childOf, performAction } from './perform-action.js';
import { recorded } from './recorded-definitions.js';

const IN_BULK: BulkSettings = { concurrency: 2, itemErrors: { kind: 'ignore' } };

/**
 * Records the histories that every test run replays. Only to be run when the engine's version is
 * raised, or to add a history: `node --import ./test/support/typescript-loader.mjs
 * test/replay/record-histories.ts [name...]`. What is there already must go on replaying.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(recorded, name));
  if (unknown.length > 0) throw new Error(`There is no definition of ${unknown.join(', ')}.`);
  const postgres = await startPostgres();
  const temporal = await startTemporal();
  process.env['SLUICE_TEST_DATABASE_URL'] = postgres.url;
  process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] = temporal.address;
  process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] = await buildWorkflowBundle();
  process.env['SLUICE_TEST_REPLAY_BUNDLE'] = await buildWorkflowBundle({ replay: true });
  const rig = await Rig.start();
  try {
    await mkdir('test/replay/histories', { recursive: true });
    for (const [name, wanted] of Object.entries(recorded)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const history = await record(rig, wanted);
      await writeFile(`test/replay/histories/${name}.json`, `${history}\n`);
    }
  } finally {
    await rig
      .stop()
      .finally(() => temporal.stop())
      .finally(() => postgres.stop());
  }
}

async function record(rig: Rig, wanted: Recorded): Promise<string> {
  const { scripts, rerunAfter, actions } = wanted;
  rig.steps.use(scripts);
  const child = wanted.child === undefined ? '' : await rig.publish(wanted.child);
  const ofOne = planOf(wanted.yaml.replaceAll('CHILD', child));
  const plan = wanted.rows === undefined ? ofOne : bulkPlan(ofOne, IN_BULK);
  const earlier = rerunAfter === undefined ? null : await runToEnd(rig, wanted, plan, rerunAfter);
  const run = await runToEnd(rig, wanted, plan, actions, earlier && (await takenOver(rig, earlier.id, plan)));
  const { events } = await (await keptRun(rig, run, wanted.keep)).fetchHistory();
  return withoutMachine(historyToJSON({ events: events ?? [] }));
}

async function runToEnd(
  rig: Rig,
  { continueAfterEvents, documents, rows }: Recorded,
  plan: Plan,
  actions: readonly Action[],
  reuse: Reuse | null = null,
): Promise<Run> {
  const run = await rig.runPlan(plan, {
    argument: {
      plan: await carryPlan(plan, CARRIED_BY_VALUE_BYTES, rig.stores.artifacts),
      ...(reuse && { reuse: await carried(rig, reuse) }),
      ...(continueAfterEvents !== undefined && { continueAfterEvents }),
    },
    ...(rows && { input: { [ROWS_INPUT]: rows } }),
    ...(documents && { documents: await documentsOf(rig, documents) }),
  });
  for (const action of actions) await performAction(rig, run, action);
  await run.closed();
  return run;
}

async function takenOver(rig: Rig, id: string, plan: Plan): Promise<Reuse> {
  const steps = await new EarlierSteps(rig.dataSource).list(id);
  return reuseOf({ id, documents: null }, steps, plan, null);
}

/** As the API does. */
async function carried(rig: Rig, value: Reuse): Promise<Carried<Reuse>> {
  if (jsonBytes(value) <= CARRIED_BY_VALUE_BYTES) return { kind: 'value', value };
  const reference = await rig.stores.artifacts.put('json', 1, value as unknown as Json);
  return { kind: 'reference', reference };
}

function documentsOf(rig: Rig, documentIds: readonly string[]): Promise<Reference> {
  return rig.stores.artifacts.put('documents', documentIds.length, { documentIds });
}

/** Without the id of a run, a handle follows the chain to the last one. */
async function keptRun(rig: Rig, run: Run, keep: Recorded['keep']): Promise<WorkflowHandle> {
  const { workflowId, firstExecutionRunId } = run.handle;
  if (keep === 'child') return rig.client.workflow.getHandle(await childOf(rig, run));
  return rig.client.workflow.getHandle(workflowId, keep === 'first-run' ? firstExecutionRunId : undefined);
}

/** Where it was recorded is nobody's business. */
function withoutMachine(history: string): string {
  return history.replaceAll(process.cwd(), '/sluice').replaceAll(`@${hostname()}`, '@machine');
}

await main(process.argv.slice(2));
process.exit(0);
