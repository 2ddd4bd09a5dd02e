import { parse } from 'yaml';
import type { Outcome, Outcomes } from '#interpreter';
import { usageError } from './exit-code.js';

/** Reads what to pretend of steps, as JSON or YAML; anything that is not an outcome is refused with its place. */
export function readOutcomes(text: string): Outcomes {
  const document = parseText(text);
  if (!isRecord(document)) throw usageError('the outcomes have to be a map from step id to outcome.');
  for (const [name, said] of Object.entries(document)) {
    for (const outcome of Array.isArray(said) ? said : [said]) {
      if (!isOutcome(outcome)) {
        throw usageError(
          `the outcome of "${name}" has to be { facts: { ... } } or { error: { code } }, or a list of these.`,
        );
      }
    }
  }
  return document as Outcomes;
}

function parseText(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, schema: 'core' });
  } catch (error) {
    throw usageError(
      `the outcomes cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  if (isRecord(value.facts)) return true;
  return isRecord(value.error) && typeof value.error.code === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
