import { WorkflowExecution } from '#persistence';
import { temporalWorkflowId } from '#temporal/contract';
import { eventually } from '../../worker/support/rig.js';
import type { Run } from '../../worker/support/rig.js';
import { definition } from '../scenario.js';
import type { Scenarios } from '../scenario.js';
import type { Stage } from '../stage.js';
import { reconcile } from '../reconcile.js';
import { calling } from './sub-workflows.js';
import { sending } from './web.js';

/** Executions that are held up, stopped or ended from outside. */
export const runningScenarios: Scenarios = {
  STEP_TIMEOUT: {
    begin: ({ rig, otherSystem }) => rig.run(sending(`${otherSystem.origin}/never`, {}, { timeout: '1s' })),
    path: 'send',
  },
  WORKER_LOST: {
    begin: ({ rig, otherSystem }) => rig.run(sending(`${otherSystem.origin}/never/lost`)),
    disturb: async (_, stage) => {
      await untilAsked(stage, '/never/lost');
      await stage.rig.stopWorker();
      await stage.rig.startWorker();
    },
    path: 'send',
  },
  CANCELLED: {
    begin: async ({ rig, otherSystem }) =>
      rig.run(calling(await rig.publish(sending(`${otherSystem.origin}/never/cancelled`)))),
    disturb: async (run, stage) => {
      await untilAsked(stage, '/never/cancelled');
      await stage.rig.client.workflow.getHandle(await childOf(run, stage)).cancel();
    },
    path: 'call',
  },
  TERMINATED: {
    begin: ({ rig }) => rig.run(WAITING),
    disturb: async (run, { rig }) => {
      await untilWaiting(run);
      await run.handle.terminate();
      await reconcile(rig);
    },
    path: null,
  },
  TIMED_OUT: {
    begin: ({ rig }) => rig.run(WAITING, { executionTimeout: '2s' }),
    disturb: async (run, { rig }) => {
      expect(await run.closed()).toBe('TIMED_OUT');
      await reconcile(rig);
    },
    path: null,
  },
  ENGINE_FAULT: {
    begin: ({ rig, otherSystem }) => {
      const reference = { $ref: 'lost', kind: 'json', count: 1, bytes: 1, sha256: '' };
      return rig.run(sending(otherSystem.origin), { argument: { plan: { kind: 'reference', reference } } });
    },
    path: null,
  },
};

const WAITING = definition({ steps: [{ id: 'wait', type: 'delay', configuration: { duration: '1h' } }] });

async function untilWaiting(run: Run): Promise<void> {
  await eventually(
    async () => (await run.steps()).some(({ status }) => status === 'waiting'),
    'the step waits',
  );
}

/** Temporal's id of the execution that runs for a step of this one. */
async function childOf(run: Run, { rig }: Stage): Promise<string> {
  const rows = rig.dataSource.getRepository(WorkflowExecution);
  return temporalWorkflowId((await rows.findOneByOrFail({ parentExecutionId: run.id })).id);
}

/** Until the other system has the request, which it does not answer. */
async function untilAsked({ otherSystem }: Stage, wanted: string): Promise<void> {
  await eventually(() => otherSystem.asked.some(({ path }) => path === wanted), 'the request was sent');
}
