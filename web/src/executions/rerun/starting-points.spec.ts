import { aRow } from '../a-row.js';
import { startingPoints } from './starting-points.js';

describe('where a rerun can start', () => {
  it('is each step and round once, as its last attempt ended', () => {
    const rows = [
      aRow('read', 'FAILED', { name: 'Read' }),
      aRow('read', 'COMPLETED', { name: 'Read', attempt: 2 }),
      aRow('each[1]/embed', 'FAILED', { name: 'Embed' }),
      aRow('each[1]', 'FAILED', { name: 'Each' }),
    ];
    expect(startingPoints(rows)).toEqual([
      { value: 'read', label: 'Read (completed)' },
      { value: 'each[1]/embed', label: 'Embed, round 2 (failed)' },
      { value: 'each[1]', label: 'Each, round 2 (failed)' },
    ]);
  });

  it('is a row of a table too, and not the table', () => {
    const rows = [aRow('@rows', 'FAILED'), aRow('@rows[0]/look', 'FAILED'), aRow('@rows[0]', 'FAILED')];
    expect(startingPoints(rows)).toEqual([
      { value: '@rows[0]/look', label: 'look, row 1 (failed)' },
      { value: '@rows[0]', label: 'Row 1 (failed)' },
    ]);
  });
});
