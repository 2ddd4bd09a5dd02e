import { aPlan } from '../../spec/a-plan.js';
import { compute, guard, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import { aReference } from '../../spec/reference.js';

/** guard ( risky | other ; finally: tidy ) -> after, and along its error port -> rescue */
const guarded = (rescue: boolean, siblings: 'cancel' | 'settle' = 'cancel') =>
  aPlan({
    steps: {
      guard: { body: guard({ siblings }) },
      risky: { in: 'guard' },
      other: { in: 'guard' },
      later: { in: 'guard' },
      tidy: { in: 'guard.finally' },
      after: { body: { kind: 'parallel' } },
      ...(rescue && { rescue: (e) => ({ body: compute(e('error.code + " in " + error.step')) }) }),
    },
    edges: ['other -> later', 'guard.done -> after', ...(rescue ? ['guard.error -> rescue'] : [])],
  });

describe('try', () => {
  test('runs its body, then finally, then goes on', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    expect(play.started).toEqual(['guard/risky', 'guard/other', 'guard/later', 'guard/tidy']);
    play.succeed('guard/tidy');
    expect(play.step('guard')).toMatchObject({ status: 'completed', output: { facts: { error_count: 0 } } });
    expect(play.status('after')).toBe('completed');
    expect(play.status('rescue')).toBe('skipped');
  });

  test('a failure stops the others, waits for them, runs finally, and leaves by the error port', () => {
    const play = new Play(guarded(true)).fail('guard/risky', 'BAD');
    expect(play.cancelled).toEqual(['guard/other']);
    expect(play.started).not.toContain('guard/tidy');
    play.stop('guard/other').succeed('guard/tidy');
    expect(play.finish).toMatchObject({ status: 'completed', output: { rescue: { n: 'BAD in risky' } } });
    expect(play.step('guard/later')?.status).toBe('cancelled');
  });

  test('is cancelled when it was told to stop, after its finally has run', () => {
    const play = new Play(guarded(true));
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual(['guard/risky', 'guard/other']);
    play.stop('guard/risky').stop('guard/other').succeed('guard/tidy');
    expect(play.step('guard')?.status).toBe('cancelled');
    expect(play.finish?.status).toBe('cancelled');
  });

  test('with nothing on the error port, the failure goes on outward', () => {
    const play = new Play(guarded(false))
      .fail('guard/risky', 'BAD')
      .stop('guard/other')
      .succeed('guard/tidy');
    expect(play.finish).toMatchObject({ status: 'failed', error: { code: 'BAD', path: 'guard/risky' } });
  });

  test('settle lets those that have started end, and starts no more', () => {
    const play = new Play(guarded(true, 'settle')).fail('guard/risky', 'BAD');
    expect(play.cancelled).toEqual([]);
    play.succeed('guard/other').succeed('guard/tidy');
    expect(play.started).not.toContain('guard/later');
    expect(play.finish?.output).toEqual({ rescue: { n: 'BAD in risky' } });
  });

  test('with settle, the first failure is the one that counts', () => {
    const play = new Play(guarded(true, 'settle')).fail('guard/risky', 'BAD').fail('guard/other', 'WORSE');
    play.succeed('guard/tidy');
    expect(play.finish?.output).toEqual({ rescue: { n: 'BAD in risky' } });
    expect(play.step('guard')?.error?.code).toBe('BAD');
  });

  test('a failure inside finally is the failure of the whole', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    play.fail('guard/tidy', 'UNTIDY');
    expect(play.finish?.output).toEqual({ rescue: { n: 'UNTIDY in tidy' } });
  });

  test('finally is shielded from cancellation', () => {
    const play = new Play(guarded(true));
    play.feed({ kind: 'cancel' });
    play.stop('guard/risky').stop('guard/other');
    expect(play.started.at(-1)).toBe('guard/tidy');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).not.toContain('guard/tidy');
    play.succeed('guard/tidy');
    expect(play.finish?.status).toBe('cancelled');
    expect(play.statuses).toEqual(['running', 'cancelling', 'cancelled']);
  });

  test('a cancellation while finally runs lets it end, and cancels what comes after', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual([]);
    play.succeed('guard/tidy');
    expect(play.finish?.status).toBe('cancelled');
    expect(play.status('after')).toBe('cancelled');
  });

  test('in finally, error is the failure of the body, and missing without one', () => {
    const plan = aPlan({
      steps: {
        guard: { body: guard(), onError: 'continue' },
        risky: { in: 'guard' },
        say: (e) => ({ in: 'guard.finally', body: compute(e('coalesce(error.code, "fine")')) }),
      },
    });
    expect(new Play(plan).fail('guard/risky', 'BAD').step('guard/say')?.output?.facts).toEqual({ n: 'BAD' });
    expect(new Play(plan).succeed('guard/risky').step('guard/say')?.output?.facts).toEqual({ n: 'fine' });
  });

  test('what the body hands on, it hands on; what came in goes through', () => {
    const plan = aPlan({
      steps: {
        read: { gives: ['documents'] },
        guard: { body: guard() },
        cut: { in: 'guard', gives: ['chunks'] },
        use: {},
      },
      edges: ['read -> guard', 'guard.done -> use'],
    });
    const documents = aReference('documents', 'd');
    const chunks = aReference('chunks', 'c');
    const play = new Play(plan).succeed('read', {}, { documents });
    expect(play.work('guard/cut').incoming).toEqual({ documents: [documents] });
    play.succeed('guard/cut', {}, { chunks });
    expect(play.work('use').incoming).toEqual({ chunks: [chunks], documents: [documents] });
  });

  test('references of the same name from two ways out are both handed on', () => {
    const plan = aPlan({
      steps: {
        guard: { body: guard() },
        left: { in: 'guard' },
        right: { in: 'guard' },
        skipped: { in: 'guard', conditions: ['false'] },
        use: {},
      },
      edges: ['guard.done -> use'],
    });
    const one = aReference('json', 'one');
    const other = aReference('json', 'other');
    const play = new Play(plan).succeed('guard/left', {}, { made: one, same: one });
    play.succeed('guard/right', {}, { made: other, same: one });
    expect(play.step('guard')?.output?.references).toEqual({ made: one, made_2: other, same: one });
    expect(play.work('use').incoming).toEqual({ json: [one, other] });
  });

  test('variables of a loop around reach into a try, and are carried on from there', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3]', result: 'variables.sum' }) }),
        guard: { in: 'each', body: guard() },
        add: (e) => ({
          in: 'guard',
          body: compute(e('variables.sum + loop.item')),
          assign: { sum: 'steps.add.n' },
        }),
      },
      variables: [{ name: 'sum', type: 'number', default: 0, scope: 'step' }],
    });
    expect(new Play(plan).finish?.output).toMatchObject({ each: { results: [1, 3, 6] } });
  });

  test('an error that led into a loop is still the error inside it', () => {
    const plan = aPlan({
      steps: {
        risky: { onError: 'route' },
        each: (e) => ({ body: loop(e, { over: '[1]', result: 'steps.say.n' }) }),
        say: (e) => ({ in: 'each', body: compute(e('error.code')) }),
      },
      edges: ['risky.error -> each'],
    });
    expect(new Play(plan).fail('risky', 'BAD').finish?.output).toMatchObject({ each: { results: ['BAD'] } });
  });

  test('breaking a loop out of a try runs finally first', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3]' }) }),
        guard: { in: 'each', body: guard() },
        ask: (e) => ({
          in: 'guard',
          body: { kind: 'condition', mode: 'first', cases: [{ port: 'break', when: e('loop.item == 2') }] },
        }),
        tidy: { in: 'guard.finally' },
        rest: { in: 'each', body: { kind: 'parallel' } },
      },
      edges: ['guard.done -> rest'],
    });
    const play = new Play(plan).succeed('each[0]/guard/tidy').succeed('each[1]/guard/tidy');
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 2 });
    expect(play.step('each[1]/rest')?.status).toBe('skipped');
    expect(play.finish?.status).toBe('completed');
  });
});
