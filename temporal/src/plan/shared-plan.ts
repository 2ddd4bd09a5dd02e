import type { Plan } from '#definition/plan';
import { RecentPlans } from './recent-plans.js';
import { unpackPlan } from './unpack-plan.js';

/** By their whole text: what is shared has to be the same to the last bit, or a replay might go another way. */
const PLANS = new RecentPlans();

/**
 * One object for all executions that were started with the same packed plan: it is unpacked once, and so is made what
 * the interpreter derives from it, such as parsed expressions.
 */
export function sharedPlan(deflated: string): Plan {
  const known = PLANS.get(deflated);
  if (known !== undefined) return known;
  const plan = frozen(unpackPlan(deflated));
  PLANS.keep(deflated, plan);
  return plan;
}

/** No execution can change what others see. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
