import { WorkflowExecution } from '#persistence';
import { advance, start } from '#interpreter';
import { RESUME_SIGNAL, temporalWorkflowId } from '#temporal/contract';
import { tally, untilContinued } from './support/history.js';
import { reconcilerOn } from './support/reconciler-on.js';
import { Rig, eventually, planOf } from './support/rig.js';
import { Gate, gives, untilAborted } from './support/scripted-steps.js';

/** Temporal ties a child to one run of its parent; ours outlive it. */
describe('an execution that continues as new while others run for its steps', () => {
  let rig: Rig;
  let waiting: string;
  beforeAll(async () => {
    rig = await Rig.start();
    waiting = await rig.publish(CHILD);
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const started = async () => {
    const gate = new Gate();
    rig.steps.use({
      find: async ({ context }) => {
        await Promise.race([gate.opened, untilAborted(context.signal)]);
        return gives({ result_count: 3 });
      },
    });
    const run = await rig.run(calling(waiting), { argument: { continueAfterEvents: 16 } });
    await eventually(() => rig.steps.calls.includes('find'), 'the child runs');
    await untilContinued(run);
    const child = await rig.dataSource
      .getRepository(WorkflowExecution)
      .findOneByOrFail({ parentExecutionId: run.id });
    return { gate, run, child };
  };

  it('hears of their end in the run it is in by then', async () => {
    const { gate, run } = await started();
    gate.open();
    expect(await run.closed()).toBe('COMPLETED');
    expect(await run.execution()).toMatchObject({ outputData: { after: { found: 3 } } });
    expect(await tally(run)).not.toHaveProperty('childWorkflowExecutionCompleted');
  }, 30_000);

  it('hears of an end that comes at about the time it moves on, whichever is first', async () => {
    for (let wait = 0; wait <= 160; wait += 40) {
      const gate = new Gate();
      rig.steps.use({
        find: async () => {
          await gate.opened;
          return gives({ result_count: 3 });
        },
      });
      const run = await rig.run(calling(waiting), { argument: { continueAfterEvents: 16 } });
      await eventually(() => rig.steps.calls.includes('find'), 'the child runs');
      const signals = [1, 2, 3].map(() => run.handle.signal(RESUME_SIGNAL, { path: '' }));
      await new Promise((resolve) => setTimeout(resolve, wait));
      gate.open();
      await Promise.allSettled(signals);
      expect(await run.closed()).toBe('COMPLETED');
      expect(await run.execution()).toMatchObject({ outputData: { after: { found: 3 } } });
    }
  }, 60_000);

  it('finds in the tables what became of one that had ended before it could be asked', async () => {
    rig.steps.use({ find: () => gives({ result_count: 5 }) });
    const ended = await rig.run(CHILD);
    await ended.closed();
    const definition = calling(waiting);
    const plan = planOf(definition);
    const at = Date.now();
    const [running] = start(plan, { at, executionId: ended.id, input: {}, documents: null });
    const [held] = advance(plan, running, { kind: 'hold', at });
    const run = await rig.run(definition, {
      argument: {
        state: { kind: 'value', value: held },
        children: [{ path: 'call', attempt: 1, executionId: ended.id, reports: false }],
      },
    });
    expect(await run.closed()).toBe('COMPLETED');
    expect(await run.execution()).toMatchObject({ outputData: { after: { found: 5 } } });
    expect(await tally(run)).toMatchObject({ signalExternalWorkflowExecutionFailed: 1 });
  }, 30_000);

  it('cancels them when it is cancelled', async () => {
    const { run, child } = await started();
    await run.handle.client.getHandle(run.handle.workflowId).cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(await rig.dataSource.getRepository(WorkflowExecution).findOneBy({ id: child.id })).toMatchObject({
      status: 'cancelled',
    });
  }, 30_000);

  it('is told by the reconciler of one that was terminated', async () => {
    const { run, child } = await started();
    await rig.client.workflow.getHandle(temporalWorkflowId(child.id)).terminate();
    await reconcilerOn(rig).reconcile(rig.client, 0);
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code: 'TERMINATED', stepId: 'call' } });
    expect(await rig.dataSource.getRepository(WorkflowExecution).findOneBy({ id: child.id })).toMatchObject({
      status: 'failed',
      error: { code: 'TERMINATED' },
    });
  }, 30_000);
});

const CHILD = `
schemaVersion: 1
name: Child
steps:
  - { id: find, type: search, configuration: { query: q } }
connections: []
`;

function calling(workflowId: string): string {
  return `
schemaVersion: 1
name: Calling
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: ${workflowId} } }
  - { id: after, type: transform, configuration: { values: { found: steps.call.find.result_count } } }
connections:
  - { id: a, sourceStep: call, targetStep: after }
`;
}
