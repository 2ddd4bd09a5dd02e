import { progressOf, runLineOf } from './run-line.js';

const step = {
  status: 'RUNNING' as const,
  attempt: 1,
  progress: null,
  durationMs: null,
  reason: null,
  error: null,
  reused: false,
};

describe('the line under a step', () => {
  it('tells how far a running step is, and its attempt from the second on', () => {
    const progress = { done: 12, total: 40, message: 'documents' };
    expect(runLineOf({ ...step, progress })).toBe('12 of 40');
    expect(runLineOf({ ...step, progress, attempt: 2 })).toBe('12 of 40, attempt 2');
    expect(progressOf(progress)).toBe('12 of 40 documents');
  });

  it('does not count twice when the message counts already', () => {
    expect(progressOf({ done: 3, total: 9, message: '3 of 9 documents' })).toBe('3 of 9 documents');
    expect(progressOf({ done: 0, total: 0, message: 'reading' })).toBe('reading');
  });

  it('tells how long it took and how it failed', () => {
    expect(runLineOf({ ...step, status: 'COMPLETED', durationMs: 1_200 })).toBe('1.2 s');
    expect(runLineOf({ ...step, status: 'COMPLETED', durationMs: 1_200, reused: true })).toBe('taken over');
    const error = { code: 'STEP_TIMEOUT', message: 'Too slow.', stepId: null, path: null, attempt: 1 };
    expect(runLineOf({ ...step, status: 'FAILED', error })).toBe('STEP_TIMEOUT');
  });
});
