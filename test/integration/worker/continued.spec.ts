import { StepFailure } from '#documents';
import { PAUSE_SIGNAL, RESUME_SIGNAL } from '#temporal/contract';
import { eventsOf, runsOf, tally, untilContinued } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import type { Run } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

/** Above what a run needs to get going again. */
const SOON = { argument: { continueAfterEvents: 16 } };

/** Continuing as new, whatever an execution is doing: nothing is lost, and nothing happens twice. */
describe('an execution that continues as new', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const becomes = (run: Run, status: string) =>
    eventually(async () => (await run.execution()).status === status, `the execution is ${status}`);
  const numbered = async (run: Run) => {
    const events = await run.events();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  };

  it('goes on waiting for the same time', async () => {
    rig.steps.use({});
    const began = Date.now();
    const run = await rig.run(then('type: delay, configuration: { duration: 3s }', 'out'), SOON);
    await becomes(run, 'waiting');
    await untilContinued(run);
    await becomes(run, 'waiting');
    expect(await run.closed()).toBe('COMPLETED');
    expect(Date.now() - began).toBeGreaterThanOrEqual(2_990);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await tally(run)).toMatchObject({ timerStarted: 1, timerFired: 1 });
    expect(rig.steps.calls).toEqual(['after']);
    await numbered(run);
  }, 30_000);

  it('is answered by a person all the same', async () => {
    rig.steps.use({});
    const run = await rig.run(then('type: approval, configuration: { timeout: 1h }', 'approved'), SOON);
    await becomes(run, 'waiting');
    await untilContinued(run);
    await run.ask({ kind: 'approve', path: 'wait', approved: true, comment: null, actor: null });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['after']);
    await numbered(run);
  }, 30_000);

  it('gets its event all the same, also from several who send at once', async () => {
    rig.steps.use({});
    const run = await rig.run(then('type: wait_for_event, configuration: { event: go }', 'received'), SOON);
    await becomes(run, 'waiting');
    const send = {
      kind: 'send-event',
      name: 'go',
      path: null,
      payload: { by: 'update' },
      actor: null,
    } as const;
    const unread = Array.from({ length: 5 }, () => run.handle.signal(RESUME_SIGNAL, { path: '' }));
    await Promise.all([...unread, untilContinued(run)]);
    const answers = await Promise.allSettled([run.ask(send), run.ask(send), run.ask(send)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await run.closed()).toBe('COMPLETED');
    await numbered(run);
  }, 30_000);

  it('does not do so in the workflow task that answers somebody', async () => {
    rig.steps.use({});
    const run = await rig.run(VARIABLE, SOON);
    await becomes(run, 'waiting');
    let answered = 0;
    while ((await runsOf(run)) === 1) {
      await run.ask({ kind: 'set-variable', scopePath: '', name: 'n', value: ++answered, actor: null });
    }
    const first = rig.client.workflow.getHandle(run.handle.workflowId, run.handle.firstExecutionRunId);
    const { events = [] } = await first.fetchHistory();
    const names = await eventsOf({
      handle: {
        ...run.handle,
        workflowId: run.handle.workflowId,
        client: { getHandle: () => first },
      } as never,
    });
    expect(names.at(-1)).toBe('workflowExecutionContinuedAsNew');
    // The task that continues as new is none that an update was completed in.
    const ends = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.workflowTaskCompletedEventId;
    const completedIn = (events ?? []).flatMap(
      ({ workflowExecutionUpdateAcceptedEventAttributes: accepted }, index) =>
        accepted ? [String(index)] : [],
    );
    expect(completedIn).not.toContain(String(ends));
    await run.ask({ kind: 'send-event', name: 'go', path: null, payload: null, actor: null });
    expect(await run.closed()).toBe('COMPLETED');
    expect(await run.execution()).toMatchObject({ outputData: { after: { n: answered } } });
  }, 30_000);

  it('stays blocked, and can be helped', async () => {
    rig.steps.use({
      search: ({ attempt }) => {
        if (attempt === 1) throw new StepFailure('PROVIDER_REFUSED', 'No', false);
        return gives({ result_count: 1 });
      },
    });
    const run = await rig.run(BLOCKED, SOON);
    await becomes(run, 'blocked');
    await untilContinued(run);
    await becomes(run, 'blocked');
    await run.ask({ kind: 'retry-step', path: 'search', configuration: null, actor: null });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'search', 'answer']);
    await numbered(run);
  }, 30_000);

  it('stays paused at one place, while the rest waits', async () => {
    rig.steps.use({});
    const run = await rig.run(then('type: delay, configuration: { duration: 2s }', 'out'), SOON);
    await run.handle.signal(PAUSE_SIGNAL, { path: 'after' });
    await becomes(run, 'waiting');
    await untilContinuedPaused(run);
    await becomes(run, 'paused');
    expect(rig.steps.calls).toEqual([]);
    await run.handle.signal(RESUME_SIGNAL, { path: 'after' });
    expect(await run.closed()).toBe('COMPLETED');
    await numbered(run);
  }, 30_000);

  it('goes on in the middle of nested loops', async () => {
    rig.steps.use({ find: ({ context }) => gives({ result_count: context.path.length }) });
    const run = await rig.run(NESTED, { argument: { continueAfterEvents: 20 } });
    expect(await run.closed()).toBe('COMPLETED');
    expect(await runsOf(run)).toBeGreaterThan(2);
    const all = [0, 1, 2].flatMap((outer) =>
      [0, 1, 2, 3].map((inner) => `outer[${outer}]/inner[${inner}]/find`),
    );
    expect([...rig.steps.calls].sort()).toEqual(all);
    expect((await run.execution()).outputData).toMatchObject({
      outer: {
        results: [
          [0, 1, 2, 3],
          [0, 1, 2, 3],
          [0, 1, 2, 3],
        ],
      },
    });
    await numbered(run);
  }, 60_000);

  it('goes on between the pages of a long list', async () => {
    const ids = Array.from({ length: 410 }, (_, index) => `document-${index}`);
    const documents = await rig.stores.artifacts.put('documents', ids.length, { documentIds: ids });
    rig.steps.use({ note: () => gives({}) });
    const run = await rig.run(LISTED, { documents, argument: { continueAfterEvents: 60 } });
    expect(await run.closed()).toBe('COMPLETED');
    expect(await runsOf(run)).toBeGreaterThan(2);
    expect(new Set(rig.steps.calls.filter((path) => path.endsWith('note'))).size).toBe(41);
    expect((await run.execution()).outputData).toMatchObject({ again: { succeeded_count: 410 } });
  }, 60_000);

  it('tidies up and undoes what runs before it did', async () => {
    rig.steps.use({
      last: () => {
        throw new StepFailure('PROVIDER_REFUSED', 'No', false);
      },
    });
    const run = await rig.run(COMPENSATED, { argument: { continueAfterEvents: 14 } });
    expect(await run.closed()).toBe('FAILED');
    expect(await runsOf(run)).toBeGreaterThan(2);
    expect(rig.steps.calls).toEqual(['one', 'two', 'three', 'last', 'undo_three', 'undo_two', 'undo_one']);
    await numbered(run);
  }, 30_000);
});

/** As untilContinued, for an execution that the usual nothing would change. */
async function untilContinuedPaused(run: Run): Promise<void> {
  await eventually(async () => {
    await run.handle.signal(PAUSE_SIGNAL, { path: 'after' });
    return (await runsOf(run)) > 1;
  }, 'the execution continues as new');
}

//  wait -> after
function then(wait: string, port: string): string {
  return `
schemaVersion: 1
name: Waiting
steps:
  - { id: wait, ${wait} }
  - { id: after, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: wait, sourceOutput: ${port}, targetStep: after }
`;
}

const VARIABLE = `
schemaVersion: 1
name: Variable
variables: { n: { type: number, default: 0 } }
steps:
  - { id: wait, type: wait_for_event, configuration: { event: go } }
  - { id: after, type: transform, configuration: { values: { n: variables.n } } }
connections:
  - { id: a, sourceStep: wait, sourceOutput: received, targetStep: after }
`;

const BLOCKED = `
schemaVersion: 1
name: Blocked
steps:
  - { id: search, type: search, configuration: { query: q }, onError: block }
  - { id: answer, type: synthesis, configuration: { question: why } }
connections:
  - { id: a, sourceStep: search, targetStep: answer }
`;

const NESTED = `
schemaVersion: 1
name: Nested
steps:
  - { id: outer, type: loop, configuration: { mode: times, times: '3', result: steps.inner.results } }
  - id: inner
    type: loop
    parent: outer
    configuration: { mode: forEach, items: '[0, 1, 2, 3]', concurrency: 2, result: loop.item }
  - { id: find, type: search, parent: inner, configuration: { query: q } }
connections: []
`;

// Work for every tenth item.
const LISTED = `
schemaVersion: 1
name: Listed
inputs: { papers: { type: documents } }
steps:
  - { id: again, type: loop, configuration: { mode: forEach, items: input.papers, concurrency: 5 } }
  - { id: note, type: search, parent: again, configuration: { query: q }, conditions: ["loop.index % 10 == 0"] }
connections: []
`;

const COMPENSATED = `
schemaVersion: 1
name: Compensated
steps:
${['one', 'two', 'three']
  .map(
    (id) => `  - { id: ${id}, type: search, configuration: { query: q }, compensateWith: undo_${id} }
  - { id: undo_${id}, type: search, configuration: { query: q } }`,
  )
  .join('\n')}
  - { id: last, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: one, targetStep: two }
  - { id: b, sourceStep: two, targetStep: three }
  - { id: c, sourceStep: three, targetStep: last }
`;
