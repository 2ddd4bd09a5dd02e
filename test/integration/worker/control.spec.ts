import { CANCELLER_SIGNAL, PAUSE_SIGNAL, RESUME_SIGNAL, refusalOfUpdate } from '#temporal/contract';
import { untilContinued } from './support/history.js';
import { Rig, eventually, planOf } from './support/rig.js';
import type { Run } from './support/rig.js';
import { Gate, gives, untilAborted } from './support/scripted-steps.js';

/** Pause, resume and cancel, as people and other programs send them. */
describe('control from outside', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  it('pauses: what runs ends, nothing new starts, and the tables say so at once', async () => {
    const gate = new Gate();
    rig.steps.use({
      chunk: async () => {
        await gate.opened;
        return gives({ chunk_count: 1 });
      },
    });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    await run.handle.signal(PAUSE_SIGNAL, { path: '' });
    await eventually(async () => (await run.execution()).status === 'paused', 'the pause is recorded');
    gate.open();
    await eventually(
      async () => (await run.steps()).some(({ path, status }) => path === 'chunk' && status === 'completed'),
      'the running step ends',
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(rig.steps.calls).toEqual(['chunk']);

    await run.handle.signal(RESUME_SIGNAL, { path: '' });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['chunk', 'search']);
    const told = (await run.events()).map(({ kind }) => kind).filter((kind) => kind.startsWith('execution.'));
    expect(told).toEqual([
      'execution.running',
      'execution.paused',
      'execution.running',
      'execution.completed',
    ]);
  });

  it('takes a repeated signal, and one without an argument, for what it means', async () => {
    rig.steps.use({});
    const gate = new Gate();
    rig.steps.use({
      chunk: async () => {
        await gate.opened;
        return gives({});
      },
    });
    const run = await rig.run(SEQUENCE);
    await run.handle.signal(PAUSE_SIGNAL);
    await run.handle.signal(PAUSE_SIGNAL, { path: '' });
    await run.handle.signal(RESUME_SIGNAL, 'nonsense');
    gate.open();
    expect(await run.closed()).toBe('COMPLETED');
  });

  it('shows its state as a search attribute and its progress in the Web UI', async () => {
    const gate = new Gate();
    rig.steps.use({
      chunk: async () => {
        await gate.opened;
        return gives({});
      },
    });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    const metadata = await run.handle.query<{ readonly currentDetails: string }>(
      '__temporal_workflow_metadata',
    );
    expect(metadata.currentDetails).toContain('**running**, 0 of 2 steps ended');
    expect(metadata.currentDetails).toContain('- Cut into passages');
    await run.handle.signal(PAUSE_SIGNAL, { path: '' });
    await eventually(async () => {
      const { typedSearchAttributes } = await run.handle.describe();
      return typedSearchAttributes
        .getAll()
        .some(({ key, value }) => key.name === 'SluiceStatus' && value === 'paused');
    }, 'the search attribute says paused');
    await run.handle.signal(RESUME_SIGNAL, { path: '' });
    gate.open();
    await run.closed();
  });

  it('cancels a running step through its heartbeat, and ends as cancelled everywhere', async () => {
    let stopped = false;
    rig.steps.use({
      chunk: async ({ context }) => {
        try {
          return await untilAborted(context.signal);
        } finally {
          stopped = true;
        }
      },
    });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    const asked = Date.now();
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(stopped).toBe(true);
    expect(Date.now() - asked).toBeLessThan(6_000);
    expect(await run.execution()).toMatchObject({ status: 'cancelled' });
    expect((await run.steps()).map(({ path, status }) => [path, status])).toEqual([
      ['chunk', 'cancelled'],
      ['search', 'cancelled'],
    ]);
    const told = (await run.events()).map(({ kind }) => kind).filter((kind) => kind.startsWith('execution.'));
    expect(told).toEqual(['execution.running', 'execution.cancelling', 'execution.cancelled']);
  }, 30_000);

  it('is cancelled by whoever said so just before, also where it continues as new in between', async () => {
    const actor = { id: 'u1', name: 'ann@example.org' };
    const cancelledBy = async (run: Run): Promise<readonly unknown[]> => {
      const told = await run.events();
      return told.filter(({ kind }) => kind === 'control.cancel').map(({ data }) => data);
    };
    rig.steps.use({ chunk: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    await run.handle.signal(CANCELLER_SIGNAL, { actor });
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(await cancelledBy(run)).toEqual([{ actor, detail: {} }]);

    const waiting = await rig.run(ASKING, { argument: { continueAfterEvents: 5 } });
    await waiting.handle.signal(CANCELLER_SIGNAL, { actor });
    await untilContinued(waiting);
    await waiting.handle.cancel();
    expect(await waiting.closed()).toBe('CANCELLED');
    expect(await cancelledBy(waiting)).toEqual([{ actor, detail: {} }]);
  }, 30_000);

  it('is cancelled by nobody known when that comes from Temporal alone', async () => {
    rig.steps.use({ chunk: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    await run.handle.signal(CANCELLER_SIGNAL);
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    const told = (await run.events()).filter(({ kind }) => kind === 'control.cancel');
    expect(told.map(({ data }) => data)).toEqual([{ actor: null, detail: {} }]);
  }, 30_000);

  it('takes what is asked before the plan has been read, and refuses it no less', async () => {
    const plan = planOf(ASKING);
    const reference = await rig.stores.artifacts.put('json', 1, JSON.parse(JSON.stringify(plan)));
    await rig.stopWorker();
    const run = await rig.run(ASKING, { argument: { plan: { kind: 'reference', reference } } });
    const approve = { kind: 'approve', approved: true, comment: null, actor: null } as const;
    const first = run.ask({ ...approve, path: 'elsewhere' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = Promise.allSettled([first, run.ask({ ...approve, path: 'ask' })]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rig.startWorker();
    const [refused, done] = await asked;
    expect(refused).toMatchObject({ status: 'rejected' });
    expect(refused.status === 'rejected' && refusalOfUpdate(refused.reason)?.code).toBe('STEP_NOT_FOUND');
    expect(done).toMatchObject({ status: 'fulfilled' });
    expect(await run.closed()).toBe('COMPLETED');
  }, 40_000);

  it('leaves a step behind that does not listen to its cancellation', async () => {
    rig.steps.use({ chunk: () => new Promise(() => undefined) });
    const run = await rig.run(SEQUENCE);
    await eventually(() => rig.steps.calls.includes('chunk'), 'the first step runs');
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(await run.execution()).toMatchObject({ status: 'cancelled' });
  }, 40_000);
});

const ASKING = `
schemaVersion: 1
name: Asking
steps:
  - { id: ask, type: approval, configuration: { message: Go on?, timeout: 1h } }
connections: []
`;

const SEQUENCE = `
schemaVersion: 1
name: Control
inputs: { question: { type: string, default: why } }
steps:
  - { id: chunk, type: chunking, name: Cut into passages }
  - { id: search, type: search }
connections:
  - { id: a, sourceStep: chunk, targetStep: search }
`;
