import { cpus } from 'node:os';
import { advance, start } from '#interpreter';
import type { Command, ExecutionState } from '#interpreter';
import type { Plan } from '#definition/plan';
import { chain, pureLoop, workLoop } from './shapes.js';

/**
 * `npm run bench:interpreter`: the interpreter alone, without Temporal or tables. Transitions a second, memory of
 * what is live, and how cost grows with size, as an exponent: 1 is linear.
 */
const rows = [
  ...growth('a chain of steps', [10, 50, 250, 1_000, 2_000], chain, () => []),
  ...growth('rounds of a pure loop', [10, 100, 1_000, 10_000, 100_000], pureLoop, () => []),
  ...growth('items of a work loop, 20 at a time', [10, 100, 1_000, 10_000], () => workLoop(20), list),
];
console.log(cpus()[0]?.model, 'Node.js', process.version);
console.table(rows);
console.log(JSON.stringify({ rows, bytesOfLiveRound: bytesOfLiveRound() }));

function list(length: number): readonly number[] {
  return Array.from({ length }, (_, n) => n);
}

/** Plays an execution to its end: all work succeeds at once. Gives how many steps ended. */
function run(plan: Plan, items: readonly number[]): number {
  let [state, commands] = start(plan, { at: 0, executionId: 'bench', input: { items }, documents: null });
  const waiting: Command[] = [...commands];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.kind !== 'work' && next.kind !== 'yield') continue;
    [state, commands] = advance(
      plan,
      state,
      next.kind === 'yield'
        ? { kind: 'go-on', at: 0 }
        : {
            kind: 'work-succeeded',
            at: 0,
            path: next.path,
            attempt: next.attempt,
            output: { facts: {}, references: {} },
          },
    );
    waiting.push(...commands.filter(({ kind }) => kind === 'work' || kind === 'yield'));
  }
  if (state.status !== 'completed') throw new Error(`It ${state.status}.`);
  return state.progress.done;
}

interface Row {
  readonly workload: string;
  readonly size: number;
  readonly milliseconds: number;
  readonly stepsPerSecond: number;
  readonly exponent: string;
}

function growth(
  workload: string,
  sizes: readonly number[],
  planOfSize: (size: number) => Plan,
  itemsOfSize: (size: number) => readonly number[],
): readonly Row[] {
  let before: { readonly size: number; readonly best: number } | null = null;
  return sizes.map((size) => {
    let best = Infinity;
    let steps = 0;
    const plan = planOfSize(size);
    const items = itemsOfSize(size);
    for (let round = 0; round < (size > 5_000 ? 3 : 20); round += 1) {
      const began = performance.now();
      steps = run(plan, items);
      best = Math.min(best, performance.now() - began);
    }
    const exponent =
      before === null ? '' : (Math.log(best / before.best) / Math.log(size / before.size)).toFixed(2);
    before = { size, best };
    return {
      workload,
      size,
      milliseconds: Number(best.toFixed(2)),
      stepsPerSecond: Math.round((steps / best) * 1000),
      exponent,
    };
  });
}

/** Of the state as JSON, for each round that is live. */
function bytesOfLiveRound(): number {
  const size = (concurrency: number) => {
    const [state] = start(workLoop(concurrency), {
      at: 0,
      executionId: 'bench',
      input: { items: list(100) },
      documents: null,
    });
    return JSON.stringify(state satisfies ExecutionState).length;
  };
  return Math.round((size(100) - size(50)) / 50);
}
