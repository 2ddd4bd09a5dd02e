import { deflateRawSync } from 'node:zlib';
import type { Json, Plan, Reference } from '#definition/plan';
import type { CarriedPlan } from '../argument.js';

/** Where a plan that is too big to travel is kept. */
interface PlanStore {
  put(kind: string, count: number, value: Json): Promise<Reference>;
}

/** A version is started many times: its plan is packed once. A plan never changes, and an entry dies with it. */
const PACKED = new WeakMap<Plan, string>();

/**
 * A plan as it travels: deflated, for it repeats itself a lot and stands in the history of every execution. Temporal
 * spends half a millisecond of computing on each of its kilobytes there.
 */
export function packPlan(plan: Plan): Extract<CarriedPlan, { readonly kind: 'packed' }> {
  const deflated = PACKED.get(plan) ?? deflateRawSync(JSON.stringify(plan)).toString('base64');
  PACKED.set(plan, deflated);
  return { kind: 'packed', deflated };
}

/** The same, or a reference to where it was stored when it is above so many bytes even so. */
export async function carryPlan(plan: Plan, mostBytes: number, store: PlanStore): Promise<CarriedPlan> {
  const packed = packPlan(plan);
  if (packed.deflated.length <= mostBytes) return packed;
  return { kind: 'reference', reference: await store.put('json', 1, plan as unknown as Json) };
}
