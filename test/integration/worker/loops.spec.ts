import type { Reference } from '#definition';
import { tally } from './support/history.js';
import { Rig } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

/** Loops of every kind: which rounds run, what they give, and what they cost in Temporal's history. */
describe('loops', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const outputOf = async (run: Awaited<ReturnType<Rig['run']>>, step: string) => {
    const { outputData } = await run.execution();
    return (outputData as Readonly<Record<string, unknown>>)[step];
  };

  it('run while a condition holds, without an event for rounds of pure steps', async () => {
    rig.steps.use({});
    const run = await rig.run(
      loop(
        'mode: while, condition: variables.n < 5, maximumRounds: 10',
        COUNT,
        'variables: { n: { type: number, default: 0 } }',
      ),
    );
    expect(await run.closed()).toBe('COMPLETED');
    expect(await outputOf(run, 'again')).toMatchObject({ iteration_count: 5, exhausted: false });
    expect(await tally(run)).toEqual(PURE);
    const rounds = (await run.steps()).filter(({ path }) => path.endsWith(']'));
    expect(rounds.map(({ path, status }) => [path, status])).toEqual(
      [0, 1, 2, 3, 4].map((index) => [`again[${index}]`, 'completed']),
    );
  });

  it('run until a condition holds, seen from inside the round', async () => {
    rig.steps.use({
      try: ({ request }) => gives({ confidence: Number(request.configuration['limit']) / 4 }),
    });
    const run = await rig.run(
      loop(
        `mode: until, condition: steps.try.confidence >= 0.75, maximumRounds: 10`,
        `  - { id: try, type: search, parent: again, configuration: { query: q, limit: "{{ loop.index + 1 }}" } }`,
      ),
    );
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['again[0]/try', 'again[1]/try', 'again[2]/try']);
    expect(await tally(run)).toEqual({ ...PURE, ...work(3) });
  });

  it('that reach their cap fail, or go on as exhausted', async () => {
    rig.steps.use({});
    const settings = `mode: until, condition: 'false', maximumRounds: 3`;
    const failing = await rig.run(loop(settings, NOTE));
    expect(await failing.closed()).toBe('FAILED');
    expect(await failing.execution()).toMatchObject({ error: { code: 'LOOP_EXHAUSTED', stepId: 'again' } });
    const going = await rig.run(loop(`${settings}, onExhausted: continue`, NOTE));
    expect(await going.closed()).toBe('COMPLETED');
    expect(await outputOf(going, 'again')).toMatchObject({ iteration_count: 3, exhausted: true });
  });

  it('run a number of times and collect a result of each round', async () => {
    rig.steps.use({});
    const run = await rig.run(loop(`mode: times, times: '4', result: text`, NOTE));
    expect(await run.closed()).toBe('COMPLETED');
    expect(await outputOf(run, 'again')).toMatchObject({
      results: ['round 0', 'round 1', 'round 2', 'round 3'],
    });
    expect(await tally(run)).toEqual(PURE);
  });

  it('go through a list in a sliding window: as one round ends the next begins', async () => {
    const slow = new Gate();
    let atOnce = 0;
    let most = 0;
    rig.steps.use({
      find: async ({ context }) => {
        most = Math.max(most, ++atOnce);
        if (context.path === 'again[0]/find') await slow.opened;
        if (context.path === 'again[7]/find') slow.open();
        atOnce -= 1;
        return gives({ result_count: 1 });
      },
    });
    const run = await rig.run(
      loop(
        `mode: forEach, items: input.names, concurrency: 3, result: loop.item`,
        FIND,
        'inputs: { names: { type: array } }',
      ),
      { input: { names: [...'abcdefgh'] } },
    );
    expect(await run.closed()).toBe('COMPLETED');
    expect(most).toBeLessThanOrEqual(3);
    expect(await outputOf(run, 'again')).toMatchObject({ succeeded_count: 8, results: [...'abcdefgh'] });
    expect(await tally(run)).toEqual({ ...PURE, ...work(8), markerRecorded: expect.any(Number) });
  });

  it('stand within each other, and leave by break and continue', async () => {
    rig.steps.use({});
    const run = await rig.run(NESTED);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual([
      'outer[0]/inner[0]/find',
      'outer[0]/inner[2]/find',
      'outer[1]/inner[0]/find',
      'outer[1]/inner[2]/find',
    ]);
    expect(await tally(run)).toEqual({ ...PURE, ...work(4) });
  });

  it('read a list that stands outside page by page', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => `document-${index}`);
    const documents = await rig.stores.artifacts.put('documents', ids.length, { documentIds: ids });
    rig.steps.use({});
    const run = await rig.run(
      loop(`mode: forEach, items: input.papers, result: loop.item.id`, NOTE, PAPERS),
      { documents },
    );
    expect(await run.closed()).toBe('COMPLETED');
    expect(await outputOf(run, 'again')).toMatchObject({ iteration_count: 450, results: ids });
    // Three pages, and what is there to write after each of them.
    expect((await tally(run))['markerRecorded']).toBeLessThanOrEqual(8);
  });

  it('give each document of a list to the steps inside as documents of its own', async () => {
    const documents = await rig.stores.artifacts.put('documents', 2, { documentIds: ['one', 'two'] });
    const got: unknown[] = [];
    rig.steps.use({
      read: ({ request }) => {
        got.push(request.configuration['documents']);
        return gives({ document_count: 1 });
      },
    });
    const body = `  - { id: read, type: document_ingestion, parent: again, configuration: { documents: "{{ loop.item }}" } }`;
    const run = await rig.run(loop(`mode: forEach, items: input.papers`, body, PAPERS), { documents });
    expect(await run.closed()).toBe('COMPLETED');
    expect(got).toMatchObject([
      { $ref: 'document:one', kind: 'documents', count: 1, id: 'one' },
      { $ref: 'document:two', kind: 'documents', count: 1, id: 'two' },
    ]);
  });

  it('fail when what they should go through is no list', async () => {
    const answer = await rig.stores.artifacts.put('documents', 1, { no: 'documents' });
    const run = await rig.run(loop(`mode: forEach, items: input.papers`, NOTE, PAPERS), {
      documents: answer,
    });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { stepId: 'again' } });
  });

  it('put results away that are too big to be facts', async () => {
    rig.steps.use({});
    const big = `  - { id: note, type: transform, parent: again, configuration: { values: { text: "'${'x'.repeat(3_000)}'" } } }`;
    const run = await rig.run(loop(`mode: times, times: '20', result: text`, big));
    expect(await run.closed()).toBe('COMPLETED');
    const { results } = (await outputOf(run, 'again')) as { readonly results: Reference };
    expect(results).toMatchObject({ kind: 'json', count: 20 });
    expect(await rig.stores.artifacts.get(results)).toHaveLength(20);
  });

  it('of many thousand pure rounds write what they did in between, and let a workflow task end now and then', async () => {
    rig.steps.use({});
    const run = await rig.run(loop(`mode: times, times: '10000'`, NOTE));
    expect(await run.closed()).toBe('COMPLETED');
    expect(await outputOf(run, 'again')).toMatchObject({ iteration_count: 10_000 });
    const { markerRecorded = 0, activityTaskScheduled = 0, ...rest } = await tally(run);
    const { markerRecorded: _one, ...pure } = PURE;
    const turns = activityTaskScheduled;
    expect(rest).toEqual({ ...pure, activityTaskStarted: turns, activityTaskCompleted: turns });
    expect(markerRecorded).toBeLessThan(20);
    expect([1, 2]).toContain(turns);
  }, 60_000);
});

/** Without workflow tasks. */
const PURE = { workflowExecutionStarted: 1, markerRecorded: 1, workflowExecutionCompleted: 1 };

const work = (steps: number) => ({
  activityTaskScheduled: steps,
  activityTaskStarted: steps,
  activityTaskCompleted: steps,
});

const PAPERS = 'inputs: { papers: { type: documents } }';
const NOTE = `  - { id: note, type: transform, parent: again, configuration: { values: { text: "'round ' + string(loop.index)" } } }`;
const COUNT = `  - { id: count, type: transform, parent: again, configuration: { values: { next: variables.n + 1 } }, assign: { n: next } }`;
const FIND = `  - { id: find, type: search, parent: again, configuration: { query: "{{ loop.item }}" } }`;

function loop(settings: string, body: string, more = 'inputs: {}'): string {
  return `
schemaVersion: 1
name: Loop
${more}
steps:
  - { id: again, type: loop, configuration: { ${settings} } }
${body}
connections: []
`;
}

// Each of the two outer rounds passes over the second of its inner rounds and leaves before the fourth.
const NESTED = `
schemaVersion: 1
name: Nested
steps:
  - { id: outer, type: loop, configuration: { mode: times, times: '2' } }
  - { id: inner, type: loop, parent: outer, configuration: { mode: times, times: '9' } }
  - id: choose
    type: condition
    parent: inner
    configuration: { cases: [{ port: continue, when: loop.index == 1 }, { port: break, when: loop.index == 3 }] }
  - { id: find, type: search, parent: inner, configuration: { query: q } }
connections:
  - { id: a, sourceStep: choose, sourceOutput: else, targetStep: find }
`;
