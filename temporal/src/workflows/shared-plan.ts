import type { Plan } from '#definition/plan';
import { RecentPlans } from '../recent-plans.js';

/** By their whole text: what is shared has to be the same to the last character, or a replay might go another way. */
const PLANS = new RecentPlans(100);

/**
 * One object for all executions that were started with the same plan: what the interpreter derives from a plan, such as
 * parsed expressions, is made once and not by each of them.
 */
export function sharedPlan(plan: Plan): Plan {
  const text = JSON.stringify(plan);
  const known = PLANS.get(text);
  if (known !== undefined) return known;
  PLANS.keep(text, frozen(plan));
  return plan;
}

/** No execution can change what others see. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
