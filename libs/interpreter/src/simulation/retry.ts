import type { PlanRetry } from '#definition/plan';
import type { OutcomeError } from './outcomes.js';

/** Whether another attempt follows the failed one, numbered from 0. */
export function retries(policy: PlanRetry, attempt: number, error: OutcomeError): boolean {
  if (error.retryable === false || policy.nonRetryable.includes(error.code)) return false;
  return attempt + 1 < policy.maximumAttempts;
}

/** How long the next attempt waits, in milliseconds: the interval grows by the coefficient up to its maximum. */
export function backoff(policy: PlanRetry, attempt: number): number {
  const grown = policy.initialIntervalMs * policy.backoffCoefficient ** attempt;
  return Math.min(grown, policy.maximumIntervalMs);
}
