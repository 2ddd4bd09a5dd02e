import type { WorkflowExecutionDescription } from '@temporalio/client';
import type { Closing } from './closing-records.js';

type StatusName = WorkflowExecutionDescription['status']['name'];

/** What Temporal's closing status means for the tables; null while it runs. */
export function closingOf(status: StatusName): Closing | null {
  switch (status) {
    case 'RUNNING':
    case 'PAUSED':
    case 'CONTINUED_AS_NEW':
    case 'UNSPECIFIED':
    case 'UNKNOWN':
      return null;
    case 'COMPLETED':
      return { status: 'completed', error: null };
    case 'CANCELLED':
      return { status: 'cancelled', error: null };
    case 'TIMED_OUT':
      return failed('TIMED_OUT', 'Temporal ended the execution because its time was up.');
    case 'TERMINATED':
      return failed('TERMINATED', 'The execution was terminated in Temporal.');
    case 'FAILED':
      return failed('ENGINE_FAULT', 'The execution failed in Temporal before it could be recorded.');
  }
}

/** Whether it closed by itself, and so has said in its history how: then only the tables are behind. */
export function closedByItself(status: StatusName): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}

/** Temporal does not know it: it was never started there, or its history has been deleted. */
export function unknownToTemporal(): Closing {
  return failed('TERMINATED', 'Temporal knows nothing of the execution.');
}

function failed(code: string, message: string): Closing {
  return {
    status: 'failed',
    error: { code, message, stepId: null, path: null, attempt: null, retryable: false },
  };
}
