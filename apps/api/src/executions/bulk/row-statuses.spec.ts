import type { RowStanding } from '#persistence';
import { countsOf, rowStatuses } from './row-statuses.js';

type Status = RowStanding['status'];
const at = (row: number, status: Status): RowStanding => ({ row, status });

describe('how the rows of a table stand', () => {
  it('is pending until they begin, and not run when the execution ends before', () => {
    expect(rowStatuses({ count: 2, ended: [], live: [], closed: false })).toEqual(['pending', 'pending']);
    expect(rowStatuses({ count: 2, ended: [at(0, 'failed')], live: [], closed: true })).toEqual([
      'failed',
      'not_run',
    ]);
  });

  it('is running for those that have begun, also between two steps', () => {
    const known = { count: 4, ended: [at(1, 'completed')], live: [at(2, 'running')], closed: false };
    expect(rowStatuses(known)).toEqual(['running', 'completed', 'running', 'pending']);
  });

  it('is that of the step that needs somebody most', () => {
    const live = [at(0, 'blocked'), at(0, 'waiting'), at(0, 'running'), at(1, 'running'), at(1, 'waiting')];
    expect(rowStatuses({ count: 2, ended: [], live, closed: false })).toEqual(['blocked', 'waiting']);
  });

  it('is counted', () => {
    const statuses = rowStatuses({ count: 3, ended: [at(0, 'completed')], live: [], closed: true });
    expect(Object.fromEntries(countsOf(statuses))).toEqual({ completed: 1, not_run: 2 });
  });
});
