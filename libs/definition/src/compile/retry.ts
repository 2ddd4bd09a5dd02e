import type { PlanRetry } from '../plan/plan.js';
import type { RetryPolicy } from '../workflow-definition.js';
import { durationMs } from '../plan/durations.js';

/** What a step does when it says nothing: three attempts, one second apart, then two. */
const DEFAULT_RETRY: PlanRetry = {
  maximumAttempts: 3,
  initialIntervalMs: 1_000,
  backoffCoefficient: 2,
  maximumIntervalMs: 60_000,
  nonRetryable: [],
};

export function compileRetry(policy: RetryPolicy): PlanRetry {
  const initialIntervalMs = milliseconds(policy.initialInterval) ?? DEFAULT_RETRY.initialIntervalMs;
  return {
    maximumAttempts: policy.maximumAttempts ?? DEFAULT_RETRY.maximumAttempts,
    initialIntervalMs,
    backoffCoefficient: policy.backoffCoefficient ?? DEFAULT_RETRY.backoffCoefficient,
    maximumIntervalMs:
      milliseconds(policy.maximumInterval) ?? Math.max(DEFAULT_RETRY.maximumIntervalMs, initialIntervalMs),
    nonRetryable: policy.nonRetryable ?? DEFAULT_RETRY.nonRetryable,
  };
}

function milliseconds(text: string | undefined): number | null {
  return text === undefined ? null : durationMs(text);
}
