import { scheduleActivity, scheduleLocalActivity } from '@temporalio/workflow';
import type { Reference } from '#definition/plan';
import { DURABLE_OPTIONS, LOCAL_OPTIONS } from '../activity-options.js';
import type { Carried } from '../argument.js';
import { CARRIED_BY_VALUE_BYTES, jsonBytes } from '../sizes.js';

/** The value itself, read by one local activity when it stands in the artifact store. */
export async function load<T>(carried: Carried<T>): Promise<T> {
  return carried.kind === 'value' ? carried.value : engineActivity<T>('loadCarried', carried.reference);
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
