import type { Reuse } from '#interpreter';
import { REUSE_BYTES } from '#temporal/contract';
import { tooManyRows, tooMuchReuse } from './reuse-bounds.js';

const reuse = (sizes: Readonly<Record<string, number>>): Reuse => ({
  executionId: 'old',
  outputs: Object.fromEntries(
    Object.entries(sizes).map(([path, size]) => [
      path,
      { key: 'k', output: { facts: { text: 'x'.repeat(size) }, references: {} } },
    ]),
  ),
});

describe('what a rerun may take over', () => {
  it('is bounded in bytes, and the place that has most of it is named to start from', () => {
    expect(tooMuchReuse(reuse({ read: 1_000 }), false)).toBeNull();
    const half = REUSE_BYTES / 2;
    expect(
      tooMuchReuse(reuse({ read: 900_000, 'each[0]/ask': half, 'each[1]/ask': half }), false),
    ).toMatchObject({
      code: 'REUSE_TOO_LARGE',
      path: '/from',
      message: expect.stringContaining('Most of it was done in "each": rerun from "each"'),
    });
  });

  it('is bounded in attempts and rounds, wherever it starts from', () => {
    expect(tooManyRows(50_000, false)).toBeNull();
    expect(tooManyRows(50_001, false)?.message).toMatch(/50001 attempts and rounds.*start a new execution/);
  });

  it('of a table, the rows that failed can be run by themselves', () => {
    const advice = /Run the rows that failed as a table of their own\.$/;
    expect(tooManyRows(50_001, true)?.message).toMatch(advice);
    expect(tooMuchReuse(reuse({ '@rows[0]/ask': REUSE_BYTES }), true)?.message).toMatch(advice);
  });
});
