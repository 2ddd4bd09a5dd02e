import type { WorkflowExecution } from '#persistence';
import { ExecutionEventRow, WorkflowExecution as ExecutionRow, WorkflowStep } from '#persistence';
import { StepFailure } from '#documents';
import { PAUSE_SIGNAL, RESUME_SIGNAL, temporalWorkflowId } from '#temporal/contract';
import { tally } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives, untilAborted } from './support/scripted-steps.js';

/** Executions that run for a step of another one. */
describe('a sub-workflow', () => {
  let rig: Rig;
  let answering: string;
  beforeAll(async () => {
    rig = await Rig.start();
    answering = await rig.publish(ANSWERING);
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const childrenOf = (id: string): Promise<WorkflowExecution[]> =>
    rig.dataSource
      .getRepository(ExecutionRow)
      .find({ where: { parentExecutionId: id }, order: { createdAt: 'ASC' } });

  it('runs as an execution of its own, and its output is the step’s', async () => {
    const passages = { $ref: 'a', kind: 'passages', count: 2, bytes: 10, sha256: 'x' };
    let got: unknown;
    rig.steps.use({
      find: ({ request }) =>
        gives({ result_count: 2, query: request.configuration['query'] ?? null }, { passages }),
      after: ({ request }) => {
        got = request;
        return gives({});
      },
    });
    const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['find', 'after']);
    expect(got).toMatchObject({
      configuration: { question: 'found 2 about leave' },
      incoming: { passages: [passages] },
    });
    const [child] = await childrenOf(run.id);
    expect(child).toMatchObject({
      status: 'completed',
      trigger: 'sub_workflow',
      parentPath: 'call',
      workflowId: answering,
      inputData: { question: 'about leave' },
    });
    expect(await tally(run)).toEqual({
      workflowExecutionStarted: 1,
      startChildWorkflowExecutionInitiated: 1,
      childWorkflowExecutionStarted: 1,
      childWorkflowExecutionCompleted: 1,
      activityTaskScheduled: 1,
      activityTaskStarted: 1,
      activityTaskCompleted: 1,
      // That it runs, what its child starts with, and the end.
      markerRecorded: 3,
      workflowExecutionCompleted: 1,
    });
    const handle = rig.client.workflow.getHandle(temporalWorkflowId(child?.id ?? ''));
    expect(await tally({ handle: { ...handle, firstExecutionRunId: '' } })).toEqual({
      workflowExecutionStarted: 1,
      activityTaskScheduled: 1,
      activityTaskStarted: 1,
      activityTaskCompleted: 1,
      markerRecorded: 1,
      workflowExecutionCompleted: 1,
    });
  });

  it('that fails gives its error to the step', async () => {
    rig.steps.use({
      find: () => {
        throw new StepFailure('PROVIDER_REFUSED', 'The provider said no', false);
      },
    });
    const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({
      error: { code: 'PROVIDER_REFUSED', message: 'The provider said no', stepId: 'call', path: 'call' },
    });
  });

  it('is cancelled with the execution it runs in', async () => {
    rig.steps.use({ find: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
    await eventually(() => rig.steps.calls.includes('find'), 'the step inside runs');
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(await childrenOf(run.id)).toMatchObject([{ status: 'cancelled' }]);
    expect((await run.steps()).find(({ path }) => path === 'call')).toMatchObject({ status: 'cancelled' });
  }, 30_000);

  it('is paused and resumed with the execution it runs in, at any depth', async () => {
    const gate = new Gate();
    rig.steps.use({
      find: async () => {
        await gate.opened;
        return gives({ result_count: 2, query: 'q' });
      },
      answer: () => gives({}),
    });
    const inner = await rig.publish(IN_TWO_STEPS);
    const middle = await rig.publish(calling(inner));
    const run = await rig.run(calling(middle).replace('question:', 'topic:'), {
      input: { topic: 'leave' },
      argument: { continueAfterEvents: 16 },
    });
    await eventually(() => rig.steps.calls.includes('find'), 'the step inside runs');
    const [child] = await childrenOf(run.id);
    const nestedStatus = async () => (await childrenOf(child?.id ?? ''))[0]?.status;
    await run.handle.signal(PAUSE_SIGNAL, { path: '' });
    await eventually(async () => (await nestedStatus()) === 'paused', 'the innermost is paused');
    gate.open();
    const [nested] = await childrenOf(child?.id ?? '');
    await eventually(async () => {
      const rows = await rig.dataSource.getRepository(WorkflowStep).findBy({ executionId: nested?.id ?? '' });
      return rows.some(({ path, status }) => path === 'find' && status === 'completed');
    }, 'what ran in it has ended');
    expect(rig.steps.calls).toEqual(['find']);
    await run.handle.signal(RESUME_SIGNAL, { path: '' });
    expect(await run.closed()).toBe('COMPLETED');
    const told = await rig.dataSource.getRepository(ExecutionEventRow).find({
      where: { executionId: nested?.id ?? '' },
      order: { sequence: 'ASC' },
    });
    expect(told.map(({ message }) => message).filter((message) => message.includes('parent'))).toEqual([
      'The execution was paused with its parent.',
      'The execution was resumed with its parent.',
    ]);
  }, 30_000);

  it('goes on with the execution around also when that was paused while it began', async () => {
    rig.steps.use({ find: () => gives({ result_count: 2, query: 'q' }), after: () => gives({}) });
    for (let wait = 0; wait < 100; wait += 20) {
      const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
      await new Promise((resolve) => setTimeout(resolve, wait));
      await run.handle.signal(PAUSE_SIGNAL, { path: '' });
      await eventually(async () => (await run.execution()).status !== 'pending', 'it has begun');
      await run.handle.signal(RESUME_SIGNAL, { path: '' });
      expect(await run.closed()).toBe('COMPLETED');
    }
  }, 60_000);

  it('is cancelled as well when that comes before it has begun', async () => {
    rig.steps.use({ find: ({ context }) => untilAborted(context.signal) });
    for (let wait = 0; wait < 100; wait += 20) {
      const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
      await new Promise((resolve) => setTimeout(resolve, wait));
      await run.handle.cancel();
      expect(await run.closed()).toBe('CANCELLED');
      for (const child of await childrenOf(run.id)) expect(child.status).toBe('cancelled');
    }
  }, 60_000);

  it('within a sub-workflow is cancelled with both', async () => {
    rig.steps.use({ find: ({ context }) => untilAborted(context.signal) });
    const middle = await rig.publish(calling(answering));
    const run = await rig.run(calling(middle).replace('question:', 'topic:'), { input: { topic: 'leave' } });
    await eventually(() => rig.steps.calls.includes('find'), 'the step inside runs');
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    const [child] = await childrenOf(run.id);
    expect(child).toMatchObject({ status: 'cancelled', workflowId: middle });
    expect(await childrenOf(child?.id ?? '')).toMatchObject([{ status: 'cancelled', workflowId: answering }]);
  }, 30_000);

  it('goes on and ends when the execution it runs in was terminated', async () => {
    const gate = new Gate();
    rig.steps.use({
      find: async () => {
        await gate.opened;
        return gives({ result_count: 1 });
      },
    });
    const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
    await eventually(() => rig.steps.calls.includes('find'), 'the step inside runs');
    await run.handle.terminate();
    gate.open();
    const [child] = await childrenOf(run.id);
    const result = await rig.client.workflow.getHandle(temporalWorkflowId(child?.id ?? '')).result();
    expect(result).toMatchObject({
      status: 'completed',
      outcome: { status: 'completed', output: { facts: { find: { result_count: 1 } } } },
    });
    expect(await childrenOf(run.id)).toMatchObject([{ status: 'completed' }]);
  }, 30_000);

  it('that is terminated in Temporal fails its step', async () => {
    rig.steps.use({ find: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(calling(answering), { input: { topic: 'leave' } });
    await eventually(() => rig.steps.calls.includes('find'), 'the step inside runs');
    const [child] = await childrenOf(run.id);
    await rig.client.workflow.getHandle(temporalWorkflowId(child?.id ?? '')).terminate();
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code: 'TERMINATED', stepId: 'call' } });
  }, 30_000);

  it.each([
    ['that is not there', '9c2f7f0e-98fd-4a4e-9d7b-111111111111', 'about', 'SUB_WORKFLOW_NOT_FOUND'],
    ['whose inputs are others', null, 'subject', 'SUB_WORKFLOW_INPUT'],
  ])('%s is refused', async (_, id, input, code) => {
    rig.steps.use({});
    const definition = calling(id ?? answering).replace('question:', `${input}:`);
    const run = await rig.run(definition, { input: { topic: 'leave' } });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code, stepId: 'call' } });
    expect(await childrenOf(run.id)).toEqual([]);
  });

  it('cannot run within itself', async () => {
    rig.steps.use({});
    const run = await rig.run(calling(answering), { input: { topic: 'leave' }, workflowId: answering });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code: 'SUB_WORKFLOW_RECURSION' } });
  });

  it('with a definition and an output too big for history carries both by reference', async () => {
    const text = 'x'.repeat(20_000);
    rig.steps.use({ second: () => gives({ text }), third: () => gives({ text }) });
    const big = await rig.publish(
      ANSWERING.replace('inputs:', `description: ${'y'.repeat(1_900)}\ninputs:`).replace(
        'connections: []',
        `${MANY_STEPS}\nconnections:\n${MANY_CONNECTIONS}`,
      ),
    );
    const run = await rig.run(calling(big), { input: { topic: 'leave' } });
    expect(await run.closed()).toBe('COMPLETED');
    const output = (await run.steps()).find(({ path }) => path === 'call')?.outputData;
    const moved = Object.entries(output?.references ?? {}).map(([name, { kind }]) => [name, kind]);
    expect(moved).toEqual([['second', 'json']]);
    expect(output?.facts).toMatchObject({ third: { text } });
  });

  it('runs for every item of a loop, a few at a time', async () => {
    const held = new Gate();
    rig.steps.use({
      find: async ({ request }) => {
        if (request.configuration['query'] === 'about a') await held.opened;
        if (request.configuration['query'] === 'about e') held.open();
        return gives({ result_count: 1 });
      },
    });
    const run = await rig.run(each(answering), { input: { topics: [...'abcde'] } });
    expect(await run.closed()).toBe('COMPLETED');
    const children = await childrenOf(run.id);
    expect(children.map(({ parentPath, status }) => [parentPath, status])).toEqual(
      [0, 1, 2, 3, 4].map((index) => [`again[${index}]/call`, 'completed']),
    );
    expect((await run.execution()).outputData).toMatchObject({ again: { succeeded_count: 5 } });
  }, 30_000);
});

const ANSWERING = `
schemaVersion: 1
name: Answering
inputs: { question: { type: string, required: true } }
steps:
  - { id: find, type: search, configuration: { query: "{{ input.question }}" } }
connections: []
`;

const IN_TWO_STEPS = ANSWERING.replace(
  'connections: []',
  `  - { id: answer, type: synthesis, configuration: { question: "{{ input.question }}" } }
connections:
  - { id: a, sourceStep: find, targetStep: answer }`,
);

const SIDE_STEPS = Array.from({ length: 60 }, (_, index) => index);
const MANY_STEPS = [
  '  - { id: second, type: search, configuration: { query: q } }',
  '  - { id: third, type: search, configuration: { query: q } }',
  ...SIDE_STEPS.map(
    (index) => `  - { id: side_${index}, type: transform, configuration: { values: { text: "'side'" } } }`,
  ),
].join('\n');
const MANY_CONNECTIONS = SIDE_STEPS.map(
  (index) => `  - { id: c${index}, sourceStep: find, targetStep: side_${index} }`,
)
  .slice(1)
  .join('\n');

//  call -> after
function calling(workflowId: string): string {
  return `
schemaVersion: 1
name: Calling
inputs: { topic: { type: string } }
steps:
  - id: call
    type: sub_workflow
    configuration: { workflowId: ${workflowId}, input: { question: "'about ' + input.topic" } }
  - id: after
    type: synthesis
    configuration: { question: "found {{ steps.call.find.result_count }} {{ steps.call.find.query }}" }
connections:
  - { id: a, sourceStep: call, targetStep: after }
`;
}

function each(workflowId: string): string {
  return `
schemaVersion: 1
name: Each
inputs: { topics: { type: array } }
steps:
  - { id: again, type: loop, configuration: { mode: forEach, items: input.topics, concurrency: 2 } }
  - id: call
    type: sub_workflow
    parent: again
    configuration: { workflowId: ${workflowId}, input: { question: "'about ' + loop.item" } }
connections: []
`;
}
