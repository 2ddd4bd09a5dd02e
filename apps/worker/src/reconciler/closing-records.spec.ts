import { closingRecords } from './closing-records.js';
import { closingOf } from './temporal-end.js';

const unfinished = {
  lastRecord: 11,
  progress: { done: 1, known: 3 },
  steps: [
    { path: 'embed', attempt: 2, stepId: 'embed', stepType: 'embedding', stepName: 'Embed' },
    { path: 'search', attempt: 1, stepId: 'search', stepType: 'search', stepName: 'Search' },
  ],
};

describe('closing an execution that Temporal ended', () => {
  it('fails its open steps and itself, numbered after the last it wrote', () => {
    const closing = closingOf('TERMINATED');
    if (closing === null) throw new Error('Terminated is an end');
    const records = closingRecords(unfinished, closing, 1_000);
    expect(records.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['step', 12],
      ['step', 13],
      ['execution', 14],
    ]);
    expect(records[0]).toMatchObject({
      status: 'failed',
      attempt: 2,
      error: { code: 'TERMINATED', stepId: 'embed', path: 'embed', attempt: 2 },
    });
    expect(records[2]).toMatchObject({
      status: 'failed',
      error: { code: 'TERMINATED' },
      progress: unfinished.progress,
    });
  });

  it.each([
    ['TIMED_OUT', 'failed', 'TIMED_OUT'],
    ['FAILED', 'failed', 'ENGINE_FAULT'],
    ['CANCELLED', 'cancelled', undefined],
    ['COMPLETED', 'completed', undefined],
  ] as const)('takes %s for %s', (name, status, code) => {
    const closing = closingOf(name);
    expect(closing?.status).toBe(status);
    expect(closing?.error?.code).toBe(code);
  });

  it.each(['RUNNING', 'CONTINUED_AS_NEW', 'PAUSED'] as const)('leaves one that is %s alone', (name) => {
    expect(closingOf(name)).toBeNull();
  });
});
