import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json, JsonObject } from '../json.js';
import { findStepType } from '../steps/catalogue.js';
import { checkSettings } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../workflow-definition.js';

/**
 * One text for all spellings of a definition: keys sorted, no white space, what says the default left out.
 * Two definitions mean the same exactly when their canonical texts are equal.
 */
export function canonicalText(definition: WorkflowDefinition): string {
  return write({
    schemaVersion: definition.schemaVersion,
    ...pruned({ name: definition.name, description: definition.description }, { name: '', description: '' }),
    ...pruned({ inputs: mapValues(definition.inputs, canonicalInput) }, { inputs: {} }),
    ...pruned({ variables: mapValues(definition.variables, canonicalVariable) }, { variables: {} }),
    ...pruned({ metadata: definition.metadata }, { metadata: {} }),
    steps: definition.steps.map(canonicalStep),
    connections: definition.connections.map(canonicalConnection),
  });
}

/** SHA-256 of the canonical text, in hexadecimal: the name of a version. */
export function definitionHash(definition: WorkflowDefinition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(definition))));
}

const STEP_DEFAULTS: JsonObject = {
  name: '',
  description: '',
  parent: null,
  region: 'body',
  inputs: [],
  outputs: [],
  conditions: [],
  join: 'all',
  retry: {},
  onError: 'fail',
  assign: {},
  configuration: {},
};

function canonicalStep(step: StepDefinition): Json {
  return pruned({ ...step, configuration: canonicalConfiguration(step) }, STEP_DEFAULTS);
}

/** Without the settings that say their default. */
function canonicalConfiguration(step: StepDefinition): JsonObject {
  const type = findStepType(step.type);
  if (type === null) return step.configuration;
  const { configuration, problems } = checkSettings(type, step.configuration);
  if (problems.length > 0) return step.configuration;
  return pruned(configuration, defaultsOf(type));
}

const DEFAULTS = new WeakMap<StepType, JsonObject>();

function defaultsOf(type: StepType): JsonObject {
  const known = DEFAULTS.get(type) ?? checkSettings(type, {}).configuration;
  DEFAULTS.set(type, known);
  return known;
}

function canonicalConnection(connection: ConnectionDefinition): Json {
  return pruned(connection as unknown as JsonObject, { sourceOutput: 'out', targetInput: 'in' });
}

function canonicalInput(input: object): Json {
  return pruned(input as JsonObject, { required: false, description: '' });
}

function canonicalVariable(variable: object): Json {
  return pruned(variable as JsonObject, { scope: 'global' });
}

/** Without undefined values and those equal to a default. */
function pruned(value: Readonly<Record<string, unknown>>, defaults: JsonObject): JsonObject {
  const kept = Object.entries(value).filter(
    ([key, entry]) =>
      entry !== undefined &&
      !(Object.hasOwn(defaults, key) && write(defaults[key] as Json) === write(entry as Json)),
  );
  return Object.fromEntries(kept) as JsonObject;
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => Json): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** JSON with sorted keys (by code unit). Definitions nest at most 32 levels, so recursion is safe. */
function write(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  const entries = Object.entries(value as JsonObject)
    .filter(([, entry]) => entry !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${write(entry)}`).join(',')}}`;
}
