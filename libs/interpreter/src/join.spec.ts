import type { PlanJoin } from '#definition/plan';
import { aPlan } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';
import { joinVerdict } from './join.js';

describe('joinVerdict', () => {
  const two: PlanJoin = { kind: 'atLeast', count: 2 };
  //                                   live dead undecided
  test.each<[PlanJoin, readonly [number, number, number], string]>([
    [{ kind: 'all' }, [0, 0, 0], 'run'],
    [{ kind: 'all' }, [1, 0, 1], 'wait'],
    [{ kind: 'all' }, [1, 1, 0], 'run'],
    [{ kind: 'all' }, [0, 2, 0], 'skip'],
    [{ kind: 'every' }, [1, 0, 1], 'wait'],
    [{ kind: 'every' }, [2, 0, 0], 'run'],
    [{ kind: 'every' }, [1, 1, 0], 'skip'],
    [{ kind: 'every' }, [0, 1, 1], 'skip'],
    [{ kind: 'any' }, [0, 1, 1], 'wait'],
    [{ kind: 'any' }, [1, 0, 2], 'run'],
    [{ kind: 'any' }, [0, 2, 0], 'skip'],
    [{ kind: 'race' }, [1, 0, 2], 'run'],
    [{ kind: 'race' }, [0, 0, 2], 'wait'],
    [{ kind: 'race' }, [0, 2, 0], 'skip'],
    [two, [1, 0, 2], 'wait'],
    [two, [2, 0, 1], 'run'],
    [two, [1, 1, 1], 'wait'],
    [two, [1, 2, 0], 'impossible'],
    [two, [0, 2, 1], 'wait'],
    [two, [0, 3, 0], 'skip'],
  ])('%j with live, dead, undecided %j: %s', (join, [live, dead, undecided], verdict) => {
    expect(joinVerdict(join, { live, dead, undecided })).toBe(verdict);
  });
});

//   a ──┐
//   b ──┼─▶ join
//   c ──┘
function threeInto(join: PlanJoin): Play {
  return new Play(
    aPlan({
      steps: { a: {}, b: {}, c: {}, join: { join } },
      edges: ['a -> join if steps.a.ok', 'b -> join if steps.b.ok', 'c -> join if steps.c.ok'],
    }),
  );
}

describe('a join in an execution', () => {
  test('all: waits for everything, runs when one connection is live', () => {
    const play = threeInto({ kind: 'all' }).succeed('c', { ok: true }).succeed('a', { ok: false });
    expect(play.status('join')).toBe('pending');
    play.succeed('b', { ok: false });
    expect(play.status('join')).toBe('running');
  });

  test('every: one dead connection skips it at once', () => {
    const play = threeInto({ kind: 'every' }).succeed('b', { ok: false });
    expect(play.status('join')).toBe('skipped');
    expect(play.step('join')?.reason).toBe(
      'Skipped because of the connection from "b": steps.b.ok is false (steps.b.ok = false).',
    );
  });

  test('any: the first live connection starts it, later ones are ignored', () => {
    const play = threeInto({ kind: 'any' }).succeed('b', { ok: true });
    expect(play.status('join')).toBe('running');
    play.succeed('a', { ok: true }).succeed('c', { ok: true }).succeed('join');
    expect(play.started).toEqual(['a', 'b', 'c', 'join']);
    expect(play.finish?.status).toBe('completed');
  });

  test('atLeast: the second live connection starts it', () => {
    const play = threeInto({ kind: 'atLeast', count: 2 }).succeed('a', { ok: true });
    expect(play.status('join')).toBe('pending');
    play.succeed('c', { ok: true });
    expect(play.status('join')).toBe('running');
  });

  test('atLeast: fails by name when live connections remain but not enough', () => {
    const play = threeInto({ kind: 'atLeast', count: 2 });
    play.succeed('a', { ok: true }).succeed('b', { ok: false }).succeed('c', { ok: false });
    expect(play.finish).toMatchObject({
      status: 'failed',
      error: { code: 'JOIN_IMPOSSIBLE', stepId: 'join', message: expect.stringContaining('needs 2') },
    });
  });

  test('atLeast: is skipped like any other join when no branch leads to it', () => {
    const play = threeInto({ kind: 'atLeast', count: 2 });
    play.succeed('a', { ok: false }).succeed('b', { ok: false }).succeed('c', { ok: false });
    expect(play.status('join')).toBe('skipped');
    expect(play.finish?.status).toBe('completed');
  });
});

describe('race', () => {
  //   a ─▶ a2 ─┐
  //            ├─▶ goal ─▶ end
  //   b ─▶ b2 ─┘
  //   │
  //   └─▶ kept        c ─▶ c2 ─▶ goal
  const plan = aPlan({
    steps: {
      a: {},
      a2: {},
      b: {},
      b2: {},
      c: {},
      c2: {},
      kept: {},
      goal: { join: { kind: 'race' } },
      end: {},
    },
    edges: [
      'a -> a2',
      'a2 -> goal',
      'b -> b2',
      'b2 -> goal',
      'b -> kept',
      'c -> c2',
      'c2 -> goal',
      'goal -> end',
    ],
  });

  test('cancels what only feeds the losing branches, and nothing else', () => {
    const play = new Play(plan).succeed('a').succeed('a2');
    expect(play.status('goal')).toBe('running');
    expect(play.cancelled).toEqual(['c']);
    expect([play.status('b2'), play.status('c2'), play.status('b')]).toEqual([
      'cancelled',
      'cancelled',
      'running',
    ]);
    expect(play.step('c2')?.reason).toBe('Cancelled because "goal" went on with a faster branch.');
    play.stop('c').succeed('b').succeed('kept').succeed('goal').succeed('end');
    expect(play.finish?.status).toBe('completed');
    expect(play.status('c')).toBe('cancelled');
  });

  test('a loser that succeeds before it hears of it changes nothing', () => {
    const play = new Play(plan).succeed('a').succeed('a2').succeed('c').succeed('b').succeed('kept');
    expect([play.status('c'), play.status('c2')]).toEqual(['completed', 'cancelled']);
    play.succeed('goal').succeed('end');
    expect(play.finish?.status).toBe('completed');
  });

  test('a loser that fails before it hears of it does not fail the execution', () => {
    const play = new Play(plan).succeed('a').succeed('a2').fail('c').succeed('b').succeed('kept');
    play.succeed('goal').succeed('end');
    expect(play.finish?.status).toBe('completed');
    expect(play.status('c')).toBe('cancelled');
  });

  test('a loser that was told to stop is not told again when the execution is cancelled', () => {
    const play = new Play(plan).succeed('a').succeed('a2');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual(['c', 'b', 'goal']);
    play.stop('c').stop('b').stop('goal');
    expect(play.finish?.status).toBe('cancelled');
  });
});
