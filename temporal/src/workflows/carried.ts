import { scheduleActivity, scheduleLocalActivity } from '@temporalio/workflow';
import type { Reference } from '#definition/plan';
import { DURABLE_OPTIONS, LOCAL_OPTIONS } from '../activity-options.js';
import type { Carried } from '../argument.js';
import { CARRIED_BY_VALUE_BYTES, jsonBytes } from '../sizes.js';

/** Reads a value that was too big to travel from the artifact store, by one local activity. */
export function load<T>(reference: Reference): Promise<T> {
  return engineActivity<T>('loadCarried', reference);
}

/** The form in which a value travels to the next run: by reference above CARRIED_BY_VALUE_BYTES. */
export async function carry<T>(value: T): Promise<Carried<T>> {
  if (jsonBytes(value) <= CARRIED_BY_VALUE_BYTES) return { kind: 'value', value };
  return { kind: 'reference', reference: await engineActivity<Reference>('storeCarried', value) };
}

async function engineActivity<R>(type: string, argument: unknown): Promise<R> {
  try {
    return await scheduleLocalActivity<R>(type, [argument], LOCAL_OPTIONS);
  } catch {
    return scheduleActivity<R>(type, [argument], DURABLE_OPTIONS);
  }
}
