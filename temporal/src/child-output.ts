import type { Json, JsonObject, Reference, StepOutput } from '#definition/plan';

/**
 * What the step gets for which an execution ran: all of the execution's output as facts, and the references in
 * it as references of the step's own. Of two with one name the second has its step's id in front.
 */
export function childOutput(output: Json): StepOutput {
  if (!isObject(output)) return { facts: {}, references: {} };
  const references: Record<string, Reference> = {};
  for (const [stepId, given] of Object.entries(output)) {
    if (!isObject(given)) continue;
    for (const [name, value] of Object.entries(given)) {
      if (isReference(value)) references[name in references ? `${stepId}_${name}` : name] = value;
    }
  }
  return { facts: output, references };
}

function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value['$ref'] === 'string' && typeof value['kind'] === 'string';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
