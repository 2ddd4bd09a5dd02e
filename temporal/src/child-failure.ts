import {
  ApplicationFailure,
  CancelledFailure,
  ChildWorkflowFailure,
  TerminatedFailure,
  TimeoutFailure,
} from '@temporalio/common';
import type { ChildOutcome, StepError } from '#interpreter';

/** How a child ended that could not tell it itself, from what its result rejects with. */
export function childOutcome(reason: unknown): ChildOutcome {
  const cause = reason instanceof ChildWorkflowFailure ? reason.cause : reason;
  if (cause instanceof CancelledFailure) return { status: 'cancelled' };
  if (cause instanceof TerminatedFailure)
    return childFailed('TERMINATED', 'The sub-workflow was terminated in Temporal.');
  if (cause instanceof TimeoutFailure)
    return childFailed('TIMED_OUT', 'Temporal ended the sub-workflow because its time was up.');
  if (cause instanceof ApplicationFailure) {
    // One that continued as new after it was cancelled can only close as failed.
    if (cause.type === 'CANCELLED') return { status: 'cancelled' };
    return childFailed(cause.type ?? 'ENGINE_FAULT', cause.message);
  }
  return childFailed('ENGINE_FAULT', cause instanceof Error ? cause.message : String(cause));
}

export function childFailed(code: string, message: string): ChildOutcome {
  const error: StepError = { code, message, stepId: null, path: null, attempt: null, retryable: false };
  return { status: 'failed', error };
}

/** The child's error as that of the step it ran for. */
export function asStepOutcome(outcome: ChildOutcome, path: string, attempt: number): ChildOutcome {
  if (outcome.status !== 'failed') return outcome;
  const stepId = path.slice(path.lastIndexOf('/') + 1);
  return { status: 'failed', error: { ...outcome.error, stepId, path, attempt } };
}
