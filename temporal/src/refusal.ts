import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '#interpreter';

/** What the update of a refused control fails with. */
export function refusalFailure(refusal: Refusal): ApplicationFailure {
  const { code, message } = refusal;
  return ApplicationFailure.create({ type: code, message, nonRetryable: true, details: [{ code, message }] });
}

/** The refusal that an update's rejection holds (the client's WorkflowUpdateFailedError); null for any other error. */
export function refusalOfUpdate(error: unknown): Refusal | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return null;
  const given: unknown = cause.details?.[0];
  return isRefusal(given) && given.code === cause.type ? given : null;
}

function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'message' in value &&
    typeof value.code === 'string' &&
    typeof value.message === 'string'
  );
}
