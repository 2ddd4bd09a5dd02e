import { ExecutionRecorder, ExecutionStepsRepository, ExecutionValuesRepository } from '#persistence';
import type { StepCursor, StepFilterBy } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertExecution, insertUser } from './support/fixtures.js';
import { condition, round, step, variable } from './support/records.js';

jest.setTimeout(60_000);

const ROUNDS = 1_500;

describe('reading an execution', () => {
  let database: TestDatabase;
  let steps: ExecutionStepsRepository;
  let values: ExecutionValuesRepository;
  let small: string;
  let long: string;

  beforeAll(async () => {
    database = await createDatabase();
    steps = new ExecutionStepsRepository(database.dataSource);
    values = new ExecutionValuesRepository(database.dataSource);
    const owner = await insertUser(database.dataSource);
    small = await insertExecution(database.dataSource, owner);
    long = await insertExecution(database.dataSource, owner);
    const recorder = new ExecutionRecorder(database.dataSource);
    await recorder.apply(small, [
      step(1, 'read', 'failed'),
      step(2, 'read', 'completed', { attempt: 2 }),
      step(3, 'guard/a', 'skipped'),
    ]);
    await recorder.apply(long, [
      step(1, 'guard', 'running', { stepType: 'try' }),
      step(2, 'guard/each', 'running', { stepType: 'loop' }),
      ...Array.from({ length: ROUNDS }, (_, n) => [
        // The last round ends first.
        round(200_000 - n, n, 'completed', { path: `guard/each[${n}]` }),
        step(10 * n + 11, `guard/each[${n}]/a`, n === 700 ? 'blocked' : 'completed'),
        variable(10 * n + 12, 'total', n, 'guard/each'),
        variable(10 * n + 13, 'item', n, `guard/each[${n}]`),
        condition(10 * n + 14, `guard/each[${n}]/a`, 'true'),
      ]).flat(),
      variable(90_000, 'total', 7),
    ]);
  });
  afterAll(() => database.drop());

  const all = (over: Partial<StepFilterBy>): StepFilterBy => ({ parentPath: null, statuses: [], ...over });
  const paths = async (filter: Partial<StepFilterBy>, first = 100) =>
    (await steps.page(long, all(filter), { first, after: null })).items.map(({ row }) => row.path);

  it('gives a small one whole, and of a long one what stands outside of loops and what has not ended', async () => {
    const outlines = await steps.outlines([small, long]);
    const seen = (id: string) => outlines.get(id)?.map(({ path, attempt }) => `${path}#${attempt}`);
    expect(seen(small)).toEqual(['read#1', 'read#2', 'guard/a#1']);
    expect(seen(long)).toEqual(['guard#1', 'guard/each#1', 'guard/each[700]/a#1']);
  });

  it('gives what stands in a scope, and the rounds of a loop, page by page', async () => {
    expect(await paths({ parentPath: '' })).toEqual(['guard']);
    expect(await paths({ parentPath: 'guard' })).toEqual(['guard/each']);
    expect(await paths({ parentPath: 'guard/each[3]' })).toEqual(['guard/each[3]/a']);
    expect(await paths({ parentPath: 'nowhere' })).toEqual([]);

    const filter = all({ parentPath: 'guard/each' });
    const rounds: string[] = [];
    let after: StepCursor | null = null;
    for (;;) {
      const page = await steps.page(long, filter, { first: 100, after });
      expect(page.total).toBe(ROUNDS);
      rounds.push(...page.items.map(({ row }) => row.path));
      if (!page.hasNext) break;
      after = page.items.at(-1)?.cursor ?? null;
    }
    expect(rounds).toEqual(Array.from({ length: ROUNDS }, (_, n) => `guard/each[${n}]`));
  });

  it('tells what has begun and not ended: containers by their row, rounds by those of their steps', async () => {
    expect(await steps.isLive(long, 'guard')).toBe(true);
    expect(await steps.isLive(long, 'guard/each[3]')).toBe(false);
    expect(await steps.isLive(small, 'guard')).toBe(true);
    expect(await steps.isLive(small, 'read')).toBe(false);
    expect(await steps.isLive(small, 'guard[7]')).toBe(false);
  });

  it('finds steps by their status, wherever they stand', async () => {
    expect(await paths({ statuses: ['waiting', 'blocked'] })).toEqual(['guard/each[700]/a']);
    expect(await paths({ statuses: ['blocked'], parentPath: 'guard' })).toEqual([]);
  });

  it('knows what each variable is now, in each scope instance', async () => {
    const current = async (scopePath: string | null, first = 100) => {
      const { items, total, hasNext } = await values.variables(long, scopePath, { first, after: null });
      return { items: items.map(({ row }) => [row.scopePath, row.name, row.value]), total, hasNext };
    };
    expect(await current('')).toEqual({ items: [['', 'total', 7]], total: 1, hasNext: false });
    expect(await current('guard/each')).toEqual({
      ...{ items: [['guard/each', 'total', ROUNDS - 1]], total: 1, hasNext: false },
    });
    const { items, total, hasNext } = await current(null, 2);
    expect([items[0], total, hasNext]).toEqual([['', 'total', 7], ROUNDS + 2, true]);

    const seen = new Set<string>();
    let after = null;
    for (;;) {
      const page = await values.variables(long, null, { first: 400, after });
      for (const { row } of page.items) seen.add(`${row.scopePath} ${row.name}`);
      if (!page.hasNext) break;
      after = page.items.at(-1)?.cursor ?? null;
    }
    expect(seen.size).toBe(ROUNDS + 2);
  });

  it('knows every decision, in order, or those of one step', async () => {
    const first = await values.decisions(long, null, { first: 2, after: null });
    expect(first).toMatchObject({ total: ROUNDS, hasNext: true });
    const next = await values.decisions(long, null, { first: 2, after: first.items[1]?.cursor ?? null });
    expect([...first.items, ...next.items].map(({ row }) => row.path)).toEqual(
      [0, 1, 2, 3].map((n) => `guard/each[${n}]/a`),
    );
    const one = await values.decisions(long, 'guard/each[9]/a', { first: 10, after: null });
    expect(one.items.map(({ row }) => [row.expression, row.result])).toEqual([['a > 1', 'true']]);
  });
});
