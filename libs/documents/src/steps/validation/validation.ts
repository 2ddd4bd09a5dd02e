import type { Json, JsonObject } from '#definition';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { checkSchema } from '../../validation/schema-check.js';
import { readSettings } from '../read-setting.js';

const ERRORS_SHOWN = 20;

/** A rule whose expression the engine has evaluated before the step started. */
type CheckedRule = { readonly name: string; readonly message?: string; readonly holds: boolean };

/** What is wrong: a rule by its name, or a place in the value by its JSON Pointer. */
type Fault = { readonly name: string; readonly message: string };

/** The place of a fault of the value as a whole. */
const WHOLE_VALUE = '/';

/** Checks a value against a JSON Schema, and reports the rules that stand beside it. */
export const validation: StepImplementation = async (request, context) => {
  const faults = [...brokenRules(request.configuration), ...(await schemaFaults(request, context))];
  if (faults.length > 0 && readSettings(request.configuration).flag('failWhenInvalid', false)) {
    throw new StepFailure('VALIDATION_FAILED', told(faults), false);
  }
  return {
    facts: {
      valid: faults.length === 0,
      error_count: faults.length,
      errors: faults.slice(0, ERRORS_SHOWN),
    },
    references: {},
  };
};

/** In one sentence, for people. */
function told(faults: readonly Fault[]): string {
  const [{ name, message } = { name: WHOLE_VALUE, message: '' }] = faults;
  const first = `${name === WHOLE_VALUE ? 'the value' : name} ${message}`;
  return faults.length === 1
    ? `The check failed: ${first}.`
    : `${faults.length} checks failed, the first: ${first}.`;
}

/** A rule over something missing does not hold. */
function brokenRules(configuration: JsonObject): readonly Fault[] {
  const rules = (configuration['rules'] ?? []) as unknown as readonly CheckedRule[];
  return rules
    .filter(({ holds }) => holds !== true)
    .map(({ name, message }) => ({
      name,
      message: message === undefined || message === '' ? 'does not hold' : message,
    }));
}

async function schemaFaults(request: StepRequest, context: StepContext): Promise<readonly Fault[]> {
  const { schema } = request.configuration;
  if (schema === undefined || schema === null) return [];
  if (typeof schema !== 'object' || Array.isArray(schema)) {
    throw new StepFailure('BAD_INPUT', 'The setting "schema" has to be a JSON Schema.', false);
  }
  const value = await valueToCheck(request, context);
  const errors = await checkSchema({ schema: schema as JsonObject, value }, context.signal);
  return errors.map(({ path, message }) => ({ name: path === '' ? WHOLE_VALUE : path, message }));
}

/** The `value` setting; without one, the answer or the passages that arrive. */
async function valueToCheck(
  { configuration, incoming }: StepRequest,
  { stores }: StepContext,
): Promise<Json> {
  const { value } = configuration;
  if (value !== undefined && value !== '') return value;
  const [arriving] = [...(incoming['answer'] ?? []), ...(incoming['passages'] ?? [])];
  if (arriving) return stores.artifacts.get(arriving);
  throw new StepFailure('INPUT_MISSING', 'There is nothing to check: set "value".', false);
}
