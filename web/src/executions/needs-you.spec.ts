import { aRow } from './a-row.js';
import { needsIn, needSentence } from './needs-you.js';
import { stepRows } from './step-rows.js';

const anna = { id: 'u1', email: 'anna@example.org' };
const approval = (assignees: readonly string[]) => ({
  type: 'approval',
  approval: { message: 'Pay?', assignees: [...assignees] },
});

describe('what waits for a person', () => {
  const rows = stepRows([
    aRow('others', 'WAITING', { ...approval(['bob@example.org']), startedAt: '2026-01-01T00:00:00Z' }),
    aRow('mine', 'WAITING', { ...approval(['Anna@example.org']), startedAt: '2026-01-01T00:00:02Z' }),
    aRow('pause', 'WAITING', { type: 'delay' }),
    aRow('broken', 'BLOCKED', { attempt: 1 }),
    aRow('mended', 'BLOCKED', { attempt: 1 }),
    aRow('mended', 'RUNNING', { attempt: 2 }),
  ]);

  it('names this person’s own first; a delay is nobody’s', () => {
    expect(needsIn(rows, anna).map(({ row, kind, yours }) => [row.path, kind, yours])).toEqual([
      ['broken', 'repair', true],
      ['mine', 'decide', true],
      ['others', 'decide', false],
    ]);
  });

  it('is told in one sentence', () => {
    expect(needsIn(rows, anna).map(needSentence)).toEqual([
      '“broken” failed and is blocked until somebody decides how to go on.',
      '“mine” waits for your decision.',
      '“others” waits for a decision by bob@example.org.',
    ]);
  });
});
