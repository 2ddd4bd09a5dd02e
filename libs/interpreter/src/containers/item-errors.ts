import type { PlanItemErrors } from '#definition/plan';
import type { LoopingStep } from '../state.js';

type Count = Pick<LoopingStep, 'failed' | 'succeeded' | 'total'>;

/** Whether a loop goes on after one more of its rounds has failed. */
export function afterFailure(policy: PlanItemErrors, count: Count): 'go-on' | 'stop' {
  switch (policy.kind) {
    case 'failFast':
      return 'stop';
    case 'collect':
    case 'ignore':
      return 'go-on';
    case 'tolerate':
      return exceeds(policy, count, count.total) ? 'stop' : 'go-on';
  }
}

/** Whether the failures are too many now that all rounds have ended. */
export function failsAtEnd(policy: PlanItemErrors, count: Count): boolean {
  if (count.failed === 0 || policy.kind === 'ignore') return false;
  return policy.kind === 'tolerate' ? exceeds(policy, count, count.failed + count.succeeded) : true;
}

/** A share is of all rounds; while nobody knows how many there are, it cannot be exceeded. */
function exceeds(
  { count, share }: Extract<PlanItemErrors, { kind: 'tolerate' }>,
  { failed }: Count,
  rounds: number | null,
): boolean {
  if (count !== null && failed > count) return true;
  return share !== null && rounds !== null && failed > share * rounds;
}
