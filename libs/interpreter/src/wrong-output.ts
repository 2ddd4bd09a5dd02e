import type { Json, PlanStep, StepOutput } from '#definition/plan';
import { jsonSize } from './json-size.js';
import { MAXIMUM_DEPTH, MAXIMUM_FACTS_BYTES } from './limits.js';

/**
 * What is wrong with the shape or size of an output, or null. Outputs of work steps come from outside,
 * so nothing about them is taken for granted.
 */
export function wrongOutput(
  step: PlanStep,
  output: StepOutput,
): { readonly code: string; readonly message: string } | null {
  const given: unknown = output;
  if (!isObject(given) || !isObject(given['facts']) || !isObject(given['references'])) {
    return { code: 'ENGINE_FAULT', message: `"${step.id}" gave something that is not facts and references.` };
  }
  const { references } = given;
  if (!Object.values(references).every(isReference)) {
    return { code: 'ENGINE_FAULT', message: `"${step.id}" gave a reference that is not one.` };
  }
  if (isSmall(output.facts) && isSmall(references as Json)) return null;
  const limit = `${MAXIMUM_FACTS_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
  return {
    code: 'OUTPUT_TOO_LARGE',
    message: `What "${step.id}" gave inline is above the limit of ${limit}.`,
  };
}

function isSmall(part: Json): boolean {
  return jsonSize(part, MAXIMUM_FACTS_BYTES, MAXIMUM_DEPTH) !== null;
}

function isReference(value: unknown): boolean {
  return isObject(value) && typeof value['$ref'] === 'string' && typeof value['kind'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
