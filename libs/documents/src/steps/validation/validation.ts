import type { Json, JsonObject } from '#definition';
import { contentFaults } from '../../validation/content-checks.js';
import type { Fault } from '../../validation/fault.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { checkSchema } from '../../validation/schema-check.js';
import { readSettings } from '../read-setting.js';
import { contentRules } from './content-rules.js';

const ERRORS_SHOWN = 20;

/** A rule whose expression the engine has evaluated before the step started. */
type CheckedRule = { readonly name: string; readonly message?: string; readonly holds: boolean };

/** The place of a fault of the value as a whole. */
const WHOLE_VALUE = '/';

/** Checks a value against a JSON Schema and for what it holds, and reports the rules that stand beside it. */
export const validation: StepImplementation = async (request, context) => {
  const faults = [...brokenRules(request.configuration), ...(await valueFaults(request, context))];
  const [first, ...others] = faults;
  if (first !== undefined && readSettings(request.configuration).flag('failWhenInvalid', false)) {
    throw new StepFailure('VALIDATION_FAILED', told([first, ...others]), false);
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
function told(faults: readonly [Fault, ...Fault[]]): string {
  const [{ name, message, item }] = faults;
  const first =
    item === undefined
      ? `${name === WHOLE_VALUE ? 'the value' : name} ${message}`
      : `${name}: ${item} ${message}`;
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

async function valueFaults(request: StepRequest, context: StepContext): Promise<readonly Fault[]> {
  const schema = readSettings(request.configuration).schema('schema');
  const rules = contentRules(request.configuration);
  if (schema === null && rules === null) return [];
  const value = await valueToCheck(request, context);
  const unfit = schema === null ? [] : await schemaFaults(schema, value, context);
  return rules === null ? unfit : [...unfit, ...contentFaults(value, rules)];
}

async function schemaFaults(
  schema: JsonObject,
  value: Json,
  context: StepContext,
): Promise<readonly Fault[]> {
  const errors = await checkSchema({ schema, value }, context.signal);
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
