import { countedStatuses, endedRows, rowsToRepeat } from './row-counts.js';

const none = {
  pending: 0,
  running: 0,
  waiting: 0,
  blocked: 0,
  completed: 0,
  failed: 0,
  cancelled: 0,
  notRun: 0,
};

describe('the counts of rows', () => {
  it('are shown for the statuses that come up', () => {
    expect(countedStatuses({ ...none, pending: 4, running: 2, completed: 3 })).toEqual([
      { status: 'COMPLETED', count: 3 },
      { status: 'RUNNING', count: 2 },
      { status: 'PENDING', count: 4 },
    ]);
  });

  it('say how many have ended, and how many did not complete', () => {
    const counts = { ...none, completed: 5, failed: 2, cancelled: 1, notRun: 4 };
    expect(endedRows(counts)).toBe(8);
    expect(rowsToRepeat(counts)).toBe(7);
  });
});
