import { WorkflowUpdateFailedError } from '@temporalio/client';
import { PAUSE_SIGNAL, RESUME_SIGNAL, refusalOfUpdate } from '#temporal/contract';
import { tally } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import type { Run } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

const ANNA = { id: 'user-1', name: 'anna@example.com' };

/** Steps that wait: for a time, for a person, for something to happen elsewhere. */
describe('waiting', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);
  beforeEach(() => rig.steps.use({ search: () => gives({ result_count: 1 }) }));

  const waits = (run: Run) =>
    eventually(async () => (await run.execution()).status === 'waiting', 'the execution waits');
  const completed = async (run: Run) => {
    const steps = await run.steps();
    return steps.filter(({ status }) => status === 'completed').map(({ path }) => path);
  };

  it('for a while takes one timer', async () => {
    const began = Date.now();
    const run = await rig.run(flow('type: delay, configuration: { duration: 1s }', ['out']));
    await waits(run);
    expect(await run.closed()).toBe('COMPLETED');
    expect(Date.now() - began).toBeGreaterThanOrEqual(990);
    const resumedAt = (await run.steps()).find(({ path }) => path === 'wait')?.outputData?.facts[
      'resumed_at'
    ];
    expect(Date.parse(typeof resumedAt === 'string' ? resumedAt : '')).toBeGreaterThanOrEqual(began + 990);
    expect(await tally(run)).toEqual({
      ...COMMON,
      ...WORK,
      timerStarted: 1,
      timerFired: 1,
      // Once it waits, and once it runs again.
      upsertWorkflowSearchAttributes: 2,
      markerRecorded: 2,
    });
  });

  it('until a time that is past goes on at once, without a timer', async () => {
    const run = await rig.run(
      flow(`type: delay, configuration: { until: "'2020-01-01T00:00:00Z'" }`, ['out']),
    );
    expect(await run.closed()).toBe('COMPLETED');
    expect(await tally(run)).not.toHaveProperty('timerStarted');
  });

  it('keeps its deadline while the execution is paused', async () => {
    const run = await rig.run(flow('type: delay, configuration: { duration: 2s }', ['out']));
    await waits(run);
    await run.handle.signal(PAUSE_SIGNAL, { path: '', actor: ANNA });
    await eventually(async () => (await run.execution()).status === 'paused', 'it is paused');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(rig.steps.calls).toEqual([]);
    const resumed = Date.now();
    await run.handle.signal(RESUME_SIGNAL, { path: '', actor: ANNA });
    expect(await run.closed()).toBe('COMPLETED');
    expect(Date.now() - resumed).toBeLessThan(1_500);
  });

  describe('for a person', () => {
    const APPROVAL = `type: approval, configuration: { message: Publish it?, assignees: [${ANNA.name}], timeout: 1h }`;
    const PORTS = ['approved', 'rejected', 'timeout'];
    const decision = (approved: boolean, actor = ANNA) =>
      ({ kind: 'approve', path: 'wait', approved, comment: 'Read it twice.', actor }) as const;

    it.each([
      [true, 'after_approved'],
      [false, 'after_rejected'],
    ])('who decides %s goes on by that port', async (approved, next) => {
      const run = await rig.run(flow(APPROVAL, PORTS));
      await waits(run);
      await run.ask(decision(approved));
      expect(await run.closed()).toBe('COMPLETED');
      expect(rig.steps.calls).toEqual([next]);
      const step = (await run.steps()).find(({ path }) => path === 'wait');
      expect(step?.outputData?.facts).toMatchObject({
        approved,
        comment: 'Read it twice.',
        actor: ANNA.name,
      });
      expect(await tally(run)).toEqual({
        ...COMMON,
        ...WORK,
        timerStarted: 1,
        timerCanceled: 1,
        workflowExecutionUpdateAccepted: 1,
        workflowExecutionUpdateCompleted: 1,
        upsertWorkflowSearchAttributes: 2,
        markerRecorded: 2,
      });
    });

    it('who does not decide in time goes on by the port timeout', async () => {
      const run = await rig.run(flow(APPROVAL.replace('1h', '1s'), PORTS));
      expect(await run.closed()).toBe('COMPLETED');
      expect(rig.steps.calls).toEqual(['after_timeout']);
    });

    it('refuses others, a second answer, and a step that is not there, and leaves no event behind', async () => {
      const run = await rig.run(flow(APPROVAL, PORTS));
      await waits(run);
      const refusal = async (control: Parameters<Run['ask']>[0]) => {
        const error: unknown = await run.ask(control).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
        return refusalOfUpdate(error)?.code;
      };
      // The tables are told within the workflow task, before the history has it.
      await eventually(
        async () => (await tally(run))['timerStarted'] === 1,
        'the timer stands in the history',
      );
      const before = await tally(run);
      expect(await refusal(decision(true, { id: 'user-2', name: 'bob@example.com' }))).toBe('NOT_ASSIGNED');
      expect(await refusal({ ...decision(true), path: 'elsewhere' })).toBe('STEP_NOT_FOUND');
      expect(
        await refusal({ kind: 'send-event', name: 'paid', path: null, payload: null, actor: null }),
      ).toBe('EVENT_NOT_AWAITED');
      expect(await refusal({ kind: 'retry-step', path: 'wait', configuration: null, actor: null })).toBe(
        'STEP_NOT_BLOCKED',
      );
      expect(await tally(run)).toEqual(before);
      await run.handle.signal(PAUSE_SIGNAL, { path: 'after_approved' });
      await run.ask(decision(true));
      expect(await refusal(decision(false))).toBe('STEP_NOT_WAITING');
      await run.handle.signal(RESUME_SIGNAL, { path: 'after_approved' });
      expect(await run.closed()).toBe('COMPLETED');
    });
  });

  it('for an event goes on with what it brings', async () => {
    const wait = 'type: wait_for_event, configuration: { event: "paid-{{ input.order }}", timeout: 1h }';
    const run = await rig.run(flow(wait, ['received', 'timeout'], 'inputs: { order: { type: string } }'), {
      input: { order: '7' },
    });
    await waits(run);
    const payload = { amount: 12.5, notes: ['in time'] };
    await run.ask({ kind: 'send-event', name: 'paid-7', path: null, payload, actor: null });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['after_received']);
    const step = (await run.steps()).find(({ path }) => path === 'wait');
    expect(step?.outputData?.facts).toEqual({ payload });
  });

  it('for an event that does not come goes on by the port timeout', async () => {
    const wait = 'type: wait_for_event, configuration: { event: paid, timeout: 1s }';
    const run = await rig.run(flow(wait, ['received', 'timeout']));
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['after_timeout']);
  });

  it('ends at once when the execution is cancelled', async () => {
    const run = await rig.run(flow('type: delay, configuration: { duration: 7d }', ['out']));
    await waits(run);
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(await completed(run)).toEqual([]);
  });

  it('lets a variable be changed meanwhile, when the value fits', async () => {
    const variables = 'variables: { limit: { type: number, default: 1 } }';
    const wait = 'type: wait_for_event, configuration: { event: go, timeout: 1h }';
    const definition = flow(wait, ['received'], variables).replace(
      'query: q',
      'query: "{{ variables.limit }}"',
    );
    let query: unknown;
    rig.steps.use({
      after_received: ({ request }) => {
        query = request.configuration['query'];
        return gives({});
      },
    });
    const run = await rig.run(definition);
    await waits(run);
    const set = { kind: 'set-variable', scopePath: '', name: 'limit', actor: ANNA } as const;
    const refused: unknown = await run.ask({ ...set, value: 'many' }).catch((error: unknown) => error);
    expect(refusalOfUpdate(refused)?.code).toBe('VALUE_TYPE');
    await run.ask({ ...set, value: 40 });
    await run.ask({ kind: 'send-event', name: 'go', path: 'wait', payload: null, actor: null });
    expect(await run.closed()).toBe('COMPLETED');
    expect(query).toBe(40);
  });
});

/** Without workflow tasks. */
const COMMON = { workflowExecutionStarted: 1, workflowExecutionCompleted: 1 };
const WORK = { activityTaskScheduled: 1, activityTaskStarted: 1, activityTaskCompleted: 1 };

//  wait -> after_<port>, one step for each port
function flow(wait: string, ports: readonly string[], more = 'inputs: {}'): string {
  const steps = ports.map((port) => `  - { id: after_${port}, type: search, configuration: { query: q } }`);
  const connections = ports.map(
    (port) => `  - { id: to_${port}, sourceStep: wait, sourceOutput: ${port}, targetStep: after_${port} }`,
  );
  return `
schemaVersion: 1
name: Waiting
${more}
steps:
  - { id: wait, ${wait} }
${steps.join('\n')}
connections:
${connections.join('\n')}
`;
}
