import { aRow } from './a-row.js';
import { countsLine, expectedRounds, loopCounts } from './loop-counts.js';
import { stepRows } from './step-rows.js';

const each = { id: 'each', type: 'loop', configuration: { items: 'input.lines' } };
const input = { lines: [1, 2, 3, 4] };

describe('how far a loop is', () => {
  it('is counted from its rounds while it runs', () => {
    const rows = stepRows([
      aRow('each', 'RUNNING'),
      aRow('each[0]', 'COMPLETED'),
      aRow('each[1]', 'FAILED'),
      aRow('each[2]/a', 'RUNNING'),
    ]);
    const counts = loopCounts(each, 'each', rows, input, null);
    expect(counts).toEqual({ ended: 2, failed: 1, live: 1, total: 4 });
    expect(countsLine(counts)).toBe('2 of 4 rounds, 1 failed');
  });

  it('is taken from the API where not all rounds are here, and from its facts once it has ended', () => {
    const running = stepRows([aRow('each', 'RUNNING')]);
    const totals = { succeeded: 900, failed: 2, ended: 902 };
    expect(loopCounts(each, 'each', running, {}, totals)).toMatchObject({ ended: 902, total: null });
    const output = { facts: { iteration_count: 3, failed_count: 0 } };
    const ended = stepRows([aRow('each', 'COMPLETED', { output })]);
    expect(countsLine(loopCounts(each, 'each', ended, {}, null))).toBe('3 of 3 rounds');
  });

  it.each([
    [{ mode: 'times', times: ' 5 ' }, 'each', 5],
    [{ items: 'input.lines' }, 'each', 4],
    [{ items: 'input.lines' }, 'outer[0]/each', null],
    [{ items: 'steps.read.documents' }, 'each', null],
    [{ mode: 'while', condition: 'true' }, 'each', null],
  ])('%j at %s: %j rounds are expected', (configuration, path, expected) => {
    expect(expectedRounds({ id: 'each', type: 'loop', configuration }, path, input)).toBe(expected);
  });
});
