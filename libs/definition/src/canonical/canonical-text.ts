import type { Json, JsonObject } from '../json.js';
import { canonicalJson, sha256Hex } from '../plan/canonical-json.js';
import { findStepType } from '../steps/catalogue.js';
import { checkSettings, defaultSettings } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../workflow-definition.js';

/**
 * One text for all spellings of a definition: keys sorted, no white space, what says the default left out.
 * Two definitions mean the same exactly when their canonical texts are equal.
 */
export function canonicalText(definition: WorkflowDefinition): string {
  return canonicalJson({
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
  return sha256Hex(canonicalText(definition));
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
  const known = DEFAULTS.get(type) ?? defaultSettings(type);
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
      !(
        Object.hasOwn(defaults, key) && canonicalJson(defaults[key] as Json) === canonicalJson(entry as Json)
      ),
  );
  return Object.fromEntries(kept) as JsonObject;
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => Json): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
