import type { Json, JsonObject } from '../json.js';
import { isObject } from '../plan/expression/value.js';
import type { Join, Position, RetryPolicy, StepDefinition } from '../workflow-definition.js';
import { stepIdProblem } from './names.js';
import { readConfiguration } from './read-configuration.js';
import { readPorts } from './read-ports.js';
import { FieldReader } from './reading.js';
import type { Reading } from './reading.js';
import { withoutUndefined } from './without-undefined.js';

const FIELDS = [
  'id',
  'type',
  'name',
  'description',
  'configuration',
  'position',
  'parent',
  'region',
  'inputs',
  'outputs',
  'conditions',
  'join',
  'retry',
  'timeout',
  'onError',
  'defaultOutput',
  'blockDeadline',
  'assign',
  'compensateWith',
] as const;

const JOINS = ['all', 'every', 'any', 'race'] as const;

/** Reads one step. An id or type that is not there is empty: whoever goes on from here leaves those alone. */
export function readStep(reading: Reading, value: JsonObject, index: number): StepDefinition {
  const given = Object.hasOwn(value, 'id') ? value['id'] : undefined;
  const about = typeof given === 'string' ? { stepId: given } : {};
  const fields = new FieldReader(reading, value, ['steps', index], FIELDS, about);
  const id = readId(reading, fields);
  const type = required(fields, 'type');
  return withoutUndefined({
    id,
    type,
    name: fields.string('name'),
    description: fields.string('description'),
    configuration: readConfiguration(type, fields),
    position: readPosition(reading, fields, about),
    parent: fields.string('parent'),
    region: fields.word('region', ['body', 'finally']),
    inputs: readPorts(reading, fields, 'inputs'),
    outputs: readPorts(reading, fields, 'outputs'),
    conditions: readConditions(fields),
    join: readJoin(reading, fields),
    retry: readRetry(reading, fields),
    timeout: fields.string('timeout'),
    onError: fields.word('onError', ['fail', 'continue', 'route', 'block']),
    defaultOutput: fields.object('defaultOutput'),
    blockDeadline: fields.string('blockDeadline'),
    assign: readAssign(fields),
    compensateWith: fields.string('compensateWith'),
  });
}

function required(fields: FieldReader, name: string): string {
  const value = fields.string(name);
  if (value !== undefined && value !== '') return value;
  if (!fields.has(name) || fields.raw(name) === null || value === '') {
    fields.problem('FIELD_MISSING', `A step needs "${name}".`, name);
  }
  return '';
}

/** One that is not allowed is kept, so that connections to it are not reported as well. */
function readId(reading: Reading, fields: FieldReader): string {
  const id = required(fields, 'id');
  const wrong = id === '' ? null : stepIdProblem(id);
  if (wrong !== null) fields.problem(wrong.code, wrong.message, 'id');
  if (id === '') reading.whole = false;
  return id;
}

function readPosition(reading: Reading, fields: FieldReader, about: object): Position | undefined {
  const value = fields.object('position');
  if (value === undefined) return undefined;
  const position = new FieldReader(reading, value, fields.at('position'), ['x', 'y'], about);
  const x = position.number('x');
  const y = position.number('y');
  if (x !== undefined && y !== undefined) return { x, y };
  for (const axis of ['x', 'y'] as const) {
    if (!position.has(axis)) position.problem('FIELD_MISSING', `A position needs "${axis}".`, axis);
  }
  return undefined;
}

/** A single condition may stand without a list. */
function readConditions(fields: FieldReader): readonly string[] | undefined {
  const value = fields.raw('conditions');
  return typeof value === 'string' ? [value] : fields.strings('conditions');
}

function readJoin(reading: Reading, fields: FieldReader): Join | undefined {
  const value = fields.raw('join');
  if (value === undefined || !isObject(value)) return fields.word('join', JOINS);
  const join = new FieldReader(reading, value, fields.at('join'), ['atLeast']);
  const atLeast = join.number('atLeast');
  if (atLeast !== undefined && Number.isInteger(atLeast) && atLeast >= 1) return { atLeast };
  return join.problem(
    'FIELD_VALUE',
    'A join of this kind needs "atLeast": a whole number from 1.',
    'atLeast',
  );
}

const RETRY_FIELDS = [
  'maximumAttempts',
  'initialInterval',
  'backoffCoefficient',
  'maximumInterval',
  'nonRetryable',
] as const;

function readRetry(reading: Reading, fields: FieldReader): RetryPolicy | undefined {
  const value = fields.object('retry');
  if (value === undefined) return undefined;
  const retry = new FieldReader(reading, value, fields.at('retry'), RETRY_FIELDS);
  const maximumAttempts = retry.number('maximumAttempts');
  if (
    maximumAttempts !== undefined &&
    !(Number.isInteger(maximumAttempts) && maximumAttempts >= 1 && maximumAttempts <= 100)
  ) {
    retry.problem(
      'FIELD_VALUE',
      '"maximumAttempts" must be a whole number from 1 to 100.',
      'maximumAttempts',
    );
  }
  const backoffCoefficient = retry.number('backoffCoefficient');
  if (backoffCoefficient !== undefined && !(backoffCoefficient >= 1 && backoffCoefficient <= 100)) {
    retry.problem('FIELD_VALUE', '"backoffCoefficient" must be from 1 to 100.', 'backoffCoefficient');
  }
  return withoutUndefined({
    maximumAttempts,
    initialInterval: retry.string('initialInterval'),
    backoffCoefficient,
    maximumInterval: retry.string('maximumInterval'),
    nonRetryable: retry.strings('nonRetryable'),
  });
}

function readAssign(fields: FieldReader): Readonly<Record<string, string>> | undefined {
  const value = fields.object('assign');
  if (value === undefined) return undefined;
  const texts = Object.entries(value).filter((entry): entry is [string, string] => {
    const [name, source]: [string, Json] = entry;
    if (typeof source === 'string') return true;
    fields.problem(
      'FIELD_TYPE',
      'The value of an assignment must be an expression, written as a text.',
      'assign',
      name,
    );
    return false;
  });
  return Object.fromEntries(texts);
}
