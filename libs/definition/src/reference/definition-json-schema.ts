import type { Json, JsonObject } from '../json.js';
import { LIMITS } from '../limits.js';
import { stepCatalogue } from '../steps/catalogue.js';
import type { StepType } from '../steps/step-type.js';
import { configurationSchema } from '../steps/step-settings.js';

const EXPRESSION = {
  type: 'string',
  minLength: 1,
  maxLength: LIMITS.expressionBytes,
  'x-kind': 'expression',
};
const DURATION = { type: 'string', pattern: '^\\d{1,9}(\\.\\d{1,3})?(ms|s|m|h|d)$' };
const WHOLE_TEMPLATE = { type: 'string', pattern: '^\\s*\\{\\{[\\s\\S]*\\}\\}\\s*$', 'x-kind': 'template' };
const NAME = '^[\\p{L}_][\\p{L}\\p{N}_-]{0,127}$';
const TYPES = ['string', 'number', 'boolean', 'object', 'array'];

/** The JSON Schema (draft 2020-12) of a definition in canonical spelling, for editors. */
export function definitionJsonSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sluice workflow definition',
    ...object(
      {
        schemaVersion: { const: 1, description: 'Version of the language.' },
        name: { type: 'string' },
        description: { type: 'string' },
        inputs: named(
          declaration([...TYPES, 'documents'], {
            required: { type: 'boolean' },
            description: { type: 'string' },
          }),
        ),
        variables: named(declaration(TYPES, { scope: { enum: ['global', 'step', 'temporary'] } })),
        steps: { type: 'array', maxItems: LIMITS.steps, items: { $ref: '#/$defs/step' } },
        connections: { type: 'array', maxItems: LIMITS.connections, items: { $ref: '#/$defs/connection' } },
        metadata: { type: 'object', description: 'Free JSON, at most 16 KiB.' },
      },
      ['schemaVersion', 'steps'],
    ),
    $defs: { step: step(), connection: connection(), port: port() },
  };
}

function object(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

function named(value: JsonObject): JsonObject {
  return { type: 'object', propertyNames: { pattern: NAME }, additionalProperties: value };
}

/** An object with a type, or the type alone. */
function declaration(types: readonly string[], more: JsonObject): JsonObject {
  return { anyOf: [{ enum: types }, object({ type: { enum: types }, default: true, ...more }, ['type'])] };
}

function step(): JsonObject {
  const properties = {
    id: { type: 'string', pattern: '^[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,127}$' },
    type: { enum: stepCatalogue.map(({ type }) => type) },
    name: { type: 'string' },
    description: { type: 'string' },
    configuration: { type: 'object' },
    position: object({ x: { type: 'number' }, y: { type: 'number' } }, ['x', 'y']),
    parent: { type: ['string', 'null'] },
    region: { enum: ['body', 'finally'] },
    inputs: { type: 'array', items: { $ref: '#/$defs/port' } },
    outputs: { type: 'array', items: { $ref: '#/$defs/port' } },
    conditions: {
      anyOf: [EXPRESSION, { type: 'array', items: EXPRESSION }],
      description: 'All must hold, else the step is skipped.',
    },
    join: {
      anyOf: [
        { enum: ['all', 'every', 'any', 'race'] },
        object({ atLeast: { type: 'integer', minimum: 1 } }, ['atLeast']),
      ],
    },
    retry: object({
      maximumAttempts: { type: 'integer', minimum: 1, maximum: 100 },
      initialInterval: DURATION,
      backoffCoefficient: { type: 'number', minimum: 1, maximum: 100 },
      maximumInterval: DURATION,
      nonRetryable: { type: 'array', items: { type: 'string' } },
    }),
    timeout: DURATION,
    onError: { enum: ['fail', 'continue', 'route', 'block'] },
    defaultOutput: { type: 'object' },
    blockDeadline: DURATION,
    assign: { type: 'object', additionalProperties: EXPRESSION },
    compensateWith: { type: 'string' },
  };
  return { ...object(properties, ['id', 'type']), allOf: stepCatalogue.map(settingsOf) };
}

/** What `configuration` holds for one type of step. */
function settingsOf(type: StepType): JsonObject {
  const { $schema: _, ...schema } = configurationSchema(type);
  const properties = Object.entries(schema['properties'] as JsonObject).map(
    ([name, property]): [string, Json] => [
      name,
      type.verbatim.includes(name) ||
      ((property as JsonObject)['type'] === 'string' && !(property as JsonObject)['enum'])
        ? property
        : { anyOf: [property, WHOLE_TEMPLATE] },
    ],
  );
  return {
    if: { properties: { type: { const: type.type } } },
    then: { properties: { configuration: { ...schema, properties: Object.fromEntries(properties) } } },
  };
}

function connection(): JsonObject {
  return object(
    {
      id: { type: 'string', minLength: 1, maxLength: 400 },
      sourceStep: { type: 'string' },
      sourceOutput: { type: 'string', default: 'out' },
      targetStep: { type: 'string' },
      targetInput: { type: 'string', default: 'in' },
      condition: EXPRESSION,
    },
    ['sourceStep', 'targetStep'],
  );
}

function port(): JsonObject {
  const name = { type: 'string', pattern: NAME };
  return {
    anyOf: [name, object({ name, type: { type: 'string' }, description: { type: 'string' } }, ['name'])],
  };
}
