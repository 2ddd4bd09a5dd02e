import { deflateRawSync } from 'node:zlib';
import type { Plan, Reference } from '#definition/plan';
import type { CarriedPlan } from '../argument.js';

/**
 * A plan as it travels: deflated, for it repeats itself a lot and stands in the history of every execution. Temporal
 * spends half a millisecond of computing on each of its kilobytes there.
 */
export function packPlan(plan: Plan): Extract<CarriedPlan, { readonly kind: 'packed' }> {
  return { kind: 'packed', deflated: deflateRawSync(JSON.stringify(plan)).toString('base64') };
}

/** The same, or a reference to what `store` has kept when it is above so many bytes even so. */
export async function carryPlan(
  plan: Plan,
  mostBytes: number,
  store: () => Promise<Reference>,
): Promise<CarriedPlan> {
  const packed = packPlan(plan);
  if (packed.deflated.length <= mostBytes) return packed;
  return { kind: 'reference', reference: await store() };
}
