import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { aRow } from './a-row.js';
import { isWithin, piecesOfPath, roundOfPath } from './instance-path.js';
import { stepRows } from './step-rows.js';

describe('instance paths', () => {
  it('are read piece by piece', () => {
    expect(piecesOfPath('outer[2]/guard/embed')).toEqual([
      { stepId: 'outer', path: 'outer', round: 2 },
      { stepId: 'guard', path: 'outer[2]/guard', round: null },
      { stepId: 'embed', path: 'outer[2]/guard/embed', round: null },
    ]);
    expect(roundOfPath('outer[2]/inner[10]')).toEqual({ loop: 'outer[2]/inner', index: 10 });
    expect(roundOfPath('outer[2]/embed')).toBeNull();
  });

  it('stand inside each other', () => {
    expect(isWithin('each[1]/a', 'each')).toBe(true);
    expect(isWithin('each[1]/a', 'each[1]')).toBe(true);
    expect(isWithin('each[10]/a', 'each[1]')).toBe(false);
    expect(isWithin('each_other', 'each')).toBe(false);
  });
});

describe('rows of an execution', () => {
  const rows: readonly StepRowFragment[] = [
    aRow('each', 'RUNNING'),
    aRow('each[0]/a', 'COMPLETED'),
    aRow('each[0]', 'COMPLETED'),
    aRow('each[1]/a', 'FAILED', { attempt: 1 }),
    aRow('each[1]/a', 'BLOCKED', { attempt: 2, waitsFor: 'It waits for somebody.' }),
    aRow('each[1]/b', 'RUNNING'),
    aRow('each[2]/a', 'COMPLETED'),
  ];

  it('tell how each round stands: by its own row once it has ended, else by its steps', () => {
    expect([...stepRows(rows).rounds('each').values()]).toEqual([
      { index: 0, status: 'COMPLETED', why: '' },
      { index: 1, status: 'BLOCKED', why: 'It waits for somebody.' },
      { index: 2, status: 'RUNNING', why: '' },
    ]);
  });

  it('give the last attempt and all of them', () => {
    const found = stepRows([...rows, ...rows]);
    expect(found.at('each[1]/a')?.attempt).toBe(2);
    expect(found.attempts('each[1]/a')).toHaveLength(2);
  });
});
