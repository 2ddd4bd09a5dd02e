import type { ExecutionStep } from '../run/execution.js';
import { newStepLines } from './steps.js';

function aStep(fields: Partial<ExecutionStep>): ExecutionStep {
  return {
    path: 'ingest',
    stepId: 'ingest',
    type: 'document_ingestion',
    name: 'Read documents',
    status: 'RUNNING',
    attempt: 1,
    durationMs: null,
    reason: null,
    error: null,
    progress: null,
    ...fields,
  };
}

describe('live step lines', () => {
  it('prints a step once for each state it was seen in', () => {
    const seen = new Map<string, string>();
    const running = aStep({ progress: { done: 2, total: 5, message: '2 of 5 documents' } });
    const done = aStep({ status: 'COMPLETED', durationMs: 1_234 });

    expect(newStepLines([running], seen)).toEqual(['… Read documents: running, 2 of 5 documents\n']);
    expect(newStepLines([running], seen)).toEqual([]);
    expect(newStepLines([done], seen)).toEqual(['✓ Read documents: completed, 1.2 s\n']);
  });

  it('says why a step was skipped and which attempt failed', () => {
    const skipped = aStep({ status: 'SKIPPED', reason: 'No passage was good enough.' });
    const failed = aStep({
      status: 'FAILED',
      attempt: 2,
      error: { code: 'STEP_TIMEOUT', message: 'Too slow.' },
    });

    expect(newStepLines([skipped, failed], new Map())).toEqual([
      '- Read documents: skipped, No passage was good enough.\n',
      '✗ Read documents (attempt 2): failed, Too slow. [STEP_TIMEOUT]\n',
    ]);
  });

  it('leaves out steps that have not begun', () => {
    expect(newStepLines([aStep({ status: 'PENDING' })], new Map())).toEqual([]);
  });
});
