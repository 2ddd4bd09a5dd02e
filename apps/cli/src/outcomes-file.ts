import { parseText } from '#definition';
import type { Outcome, Outcomes } from '#interpreter';
import { usageError } from './exit-code.js';

/** Reads what to pretend of steps, as JSON or YAML; anything that is not an outcome is refused with its place. */
export function readOutcomes(text: string | Uint8Array): Outcomes {
  const document = documentOf(text);
  if (!isRecord(document)) throw usageError('the outcomes have to be a map from step id to outcome.');
  for (const [name, said] of Object.entries(document)) {
    for (const outcome of Array.isArray(said) ? said : [said]) {
      if (!isOutcome(outcome)) {
        throw usageError(
          `the outcome of "${name}" has to be { facts: { ... } } or { error: { code, message, retryable } }, or a list of these.`,
        );
      }
    }
  }
  return document as Outcomes;
}

function documentOf(given: string | Uint8Array): unknown {
  const parsed = parseText(given);
  const [problem] = parsed.problems;
  if (parsed.kind === 'parsed' && problem === undefined) return parsed.value;
  throw usageError(`the outcomes cannot be read: ${problem?.message ?? ''} [${problem?.code ?? ''}]`);
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  if (Object.keys(value).length !== 1) return false;
  return isRecord(value.facts) || isOutcomeError(value.error);
}

function isOutcomeError(value: unknown): boolean {
  if (!isRecord(value) || typeof value.code !== 'string') return false;
  const { message = '', retryable = true } = value;
  return typeof message === 'string' && typeof retryable === 'boolean';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
