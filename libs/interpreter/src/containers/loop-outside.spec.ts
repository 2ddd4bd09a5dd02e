import { aPlan } from '../../spec/a-plan.js';
import { loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

/** A loop whose results are too big to be facts: they are out to be stored. */
function storing(): Play {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[1, 2]', result: 'steps.item.n' }), onError: 'continue' }),
      item: { in: 'each' },
      after: { body: { kind: 'parallel' } },
    },
    edges: ['each.done -> after'],
  });
  const n = 'x'.repeat(20_000);
  return new Play(plan).succeed('each[0]/item', { n }).succeed('each[1]/item', { n });
}

const failed = { kind: 'engine-work-failed', path: 'each', code: 'ENGINE_FAULT', message: 'Full.' } as const;
const reference = { $ref: 'r', kind: 'json', count: 2, bytes: 40_000, sha256: 'x' };
const stored = { kind: 'results-stored', path: 'each', reference } as const;

describe('results that are put away', () => {
  test('fail the loop when they cannot be', () => {
    const play = storing();
    play.feed(failed);
    expect(play.step('each')).toMatchObject({ status: 'failed', error: { code: 'ENGINE_FAULT' } });
    expect(play.finish?.status).toBe('completed');
    expect(play.state.inFlight).toBe(0);
  });

  test.each([stored, failed])('are waited for when the loop is cancelled meanwhile: %j', (answer) => {
    const play = storing();
    play.feed({ kind: 'cancel' });
    expect(play.finish).toBeNull();
    play.feed(answer);
    expect(play.finish?.status).toBe('cancelled');
    expect(play.state.inFlight).toBe(0);
  });

  test('an answer that nobody waits for changes nothing', () => {
    const play = storing();
    play.feed(stored);
    const before = play.state;
    play.feed(stored);
    play.feed(failed);
    play.feed({ ...failed, path: 'nowhere' });
    expect(play.state).toBe(before);
  });

  test('above what can be kept they fail the loop', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { mode: 'times', over: '150', result: 'steps.item.n' }) }),
        item: { in: 'each' },
      },
    });
    const play = new Play(plan);
    const n = 'x'.repeat(60_000);
    for (let round = 0; round < 150; round += 1) play.succeed(`each[${round}]/item`, { n });
    expect(play.finish?.error?.code).toBe('OUTPUT_TOO_LARGE');
  });
});

describe('a page that was asked for', () => {
  const documents = { $ref: 'd', kind: 'documents', count: 3, bytes: 1, sha256: 'x' };
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: 'input.files', concurrency: 2 }) }),
      item: { in: 'each' },
    },
    inputs: [{ name: 'files', type: 'documents' }],
  });

  test('lets the rounds that run end when it cannot be read', () => {
    const play = new Play(plan, { documents });
    const items = Array.from({ length: 200 }, (_, id) => ({ id }));
    play.feed({ kind: 'items-loaded', path: 'each', offset: 0, items });
    for (let round = 0; round < 199; round += 1) play.succeed(`each[${round}]/item`);
    play.feed({ kind: 'engine-work-failed', path: 'each', code: 'ENGINE_FAULT', message: 'Gone.' });
    expect(play.cancelled).toEqual(['each[199]/item']);
    play.stop('each[199]/item');
    expect(play.finish?.error).toMatchObject({ code: 'ENGINE_FAULT', message: 'Gone.' });
  });

  test('a list longer than a loop may be is refused', () => {
    const play = new Play(plan, { documents: { ...documents, count: 1_000_001 } });
    expect(play.finish?.error?.code).toBe('LOOP_INPUT_INVALID');
  });
});

test('a result that cannot be computed fails its round', () => {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[0]', result: '1 / loop.item' }) }),
      item: { in: 'each', body: { kind: 'parallel' } },
    },
  });
  expect(new Play(plan).finish?.error).toMatchObject({ code: 'EXPRESSION_FAILED', stepId: 'each' });
});
