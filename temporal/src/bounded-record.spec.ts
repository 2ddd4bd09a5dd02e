import type { StepRecord } from '#interpreter';
import { boundedRecord } from './bounded-record.js';
import { jsonBytes } from './sizes.js';

const record: StepRecord = {
  kind: 'step',
  sequence: 3,
  at: 0,
  path: 'transform',
  stepId: 'transform',
  stepType: 'transform',
  stepName: 'Transform',
  status: 'completed',
  attempt: 1,
  output: { facts: { text: 'short' }, references: {} },
  error: null,
  reason: null,
  warnings: [],
};

describe('boundedRecord', () => {
  it('leaves a record of usual size alone', () => {
    expect(boundedRecord(record, jsonBytes(record))).toBe(record);
  });

  it('keeps what happened and drops a value that no message could hold', () => {
    const big = { ...record, output: { facts: { text: 'x'.repeat(1024 * 1024) }, references: {} } };
    expect(boundedRecord(big, jsonBytes(big))).toEqual({
      ...record,
      output: null,
      warnings: ['The value was too big to be kept and is not shown.'],
    });
  });
});
