import { evaluateExpression } from '#definition/plan';
import type { Json, JsonObject } from '#definition/plan';
import { readIn } from '../scene.js';
import { deepMerge } from './deep-merge.js';
import type { Slot } from './slots.js';
import { slotsOf } from './slots.js';
import type { BodyOf, Starting } from './starting.js';
import { give, giveUp } from './starting.js';

/** Brings branches together, in the order of the connections in the definition, never of arrival. */
export function runMerge(starting: Starting, body: BodyOf<'merge'>): void {
  const slots = slotsOf(starting.scene);
  const value = merged(starting, body, slots);
  if (value === FAILED) return;
  const told = slots.map(({ step, status }) => ({ step, status }));
  give(starting, value === undefined ? { slots: told } : { value, slots: told });
}

const FAILED = Symbol('failed');

function merged(
  starting: Starting,
  body: BodyOf<'merge'>,
  slots: readonly Slot[],
): Json | undefined | typeof FAILED {
  const values = slots.flatMap((slot) => (slot.value === null ? [] : [slot.value]));
  switch (body.mode) {
    case 'named':
      return named(slots);
    case 'first':
      return values[0];
    case 'concat':
      return values.flatMap(items);
    case 'deepMerge':
      return values.reduce<Json>(deepMerge, {});
    case 'expression':
      return byExpression(starting, body, values);
  }
}

/** By source step; of several connections from one step, the first live one counts. */
function named(slots: readonly Slot[]): JsonObject {
  const values = new Map<string, JsonObject>();
  for (const { step, value } of slots) if (value !== null && !values.has(step)) values.set(step, value);
  return Object.fromEntries(values);
}

/** A source that has a fact `value` stands for that value, and a list for its items. */
function items(facts: JsonObject): readonly Json[] {
  const value = Object.hasOwn(facts, 'value') ? (facts['value'] ?? null) : facts;
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function byExpression(
  starting: Starting,
  body: BodyOf<'merge'>,
  values: readonly JsonObject[],
): Json | undefined | typeof FAILED {
  if (body.expression === null) return undefined;
  const evaluation = evaluateExpression(body.expression, readIn({ ...starting.scene, values }));
  switch (evaluation.kind) {
    case 'value':
      return evaluation.value;
    case 'unknown':
      starting.warnings.push(`"value" has no value because ${evaluation.missing.join(', ')} has none.`);
      return undefined;
    case 'error':
      giveUp(starting, evaluation.code, evaluation.message);
      return FAILED;
  }
}
