import type { Reference } from '#definition/plan';
import type { Carried } from '../argument.js';
import { CARRIED_BY_VALUE_BYTES, jsonBytes } from '../sizes.js';
import { engineActivity } from './engine-activity.js';
import type { LocalLane } from './local-lane.js';

/** Reads a value that was too big to travel from the artifact store, by one local activity. */
export function load<T>(lane: LocalLane, reference: Reference): Promise<T> {
  return engineActivity<T>(lane, 'loadCarried', reference);
}

/** The form in which a value travels to the next run: by reference above CARRIED_BY_VALUE_BYTES. */
export async function carry<T>(lane: LocalLane, value: T): Promise<Carried<T>> {
  if (jsonBytes(value) <= CARRIED_BY_VALUE_BYTES) return { kind: 'value', value };
  return { kind: 'reference', reference: await engineActivity<Reference>(lane, 'storeCarried', value) };
}
