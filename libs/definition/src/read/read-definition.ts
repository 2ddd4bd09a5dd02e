import type { JsonObject } from '../json.js';
import { LIMITS } from '../limits.js';
import { isObject } from '../plan/expression/value.js';
import { inDefinitionOrder } from '../definition-order.js';
import type { Problem } from '../problem.js';
import { utf8Bytes } from '../utf8-bytes.js';
import { upgradeDefinition } from '../upgrade/upgrade-definition.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import { plainJson } from './plain-json.js';
import { readConnections } from './read-connections.js';
import { readInputs, readVariables } from './read-declarations.js';
import { readStep } from './read-step.js';
import { withoutUndefined } from './without-undefined.js';
import { FieldReader, readEach, Reading } from './reading.js';

export interface ReadResult {
  /** Null when there are errors. */
  readonly definition: WorkflowDefinition | null;
  readonly problems: readonly Problem[];
}

/** What could be read although there are errors, for whoever wants to report the rest as well. */
export interface PartialRead extends ReadResult {
  /**
   * Steps and connections at their places, perhaps without some of their fields; an id, type or end that
   * could not be read is empty. Null when a bound is passed or there is nothing to go on from.
   */
  readonly readable: WorkflowDefinition | null;
  /** False when something is missing from `readable` without which the rest may seem wrong. */
  readonly whole: boolean;
}

/** Reads a parsed document of any kind. Never throws. */
export function readDefinition(value: unknown): ReadResult {
  const { definition, problems } = readPartially(value);
  return { definition, problems };
}

export function readPartially(value: unknown): PartialRead {
  const reading = new Reading();
  const plain = plainJson(reading, value);
  const readable = plain === undefined ? null : fromPlain(reading, plain);
  const failed = reading.problems.some(({ severity }) => severity === 'error');
  return {
    definition: failed ? null : readable,
    readable: reading.stopped ? null : readable,
    whole: reading.whole,
    problems: inDefinitionOrder(reading.problems),
  };
}

function fromPlain(reading: Reading, plain: unknown): WorkflowDefinition | null {
  if (!isObject(plain as JsonObject)) {
    reading.problem(
      'FIELD_TYPE',
      'A definition must be an object with schemaVersion, steps and connections.',
      [],
    );
    return null;
  }
  const upgraded = upgradeDefinition(plain as JsonObject);
  reading.problems.push(...upgraded.problems);
  return upgraded.document === null ? null : fromCurrent(reading, upgraded.document);
}

const FIELDS = [
  'schemaVersion',
  'name',
  'description',
  'inputs',
  'variables',
  'steps',
  'connections',
  'metadata',
] as const;

const UNREADABLE: StepDefinition = { id: '', type: '', configuration: {} };

function fromCurrent(reading: Reading, document: JsonObject): WorkflowDefinition | null {
  const fields = new FieldReader(reading, document, [], FIELDS);
  const steps = fields.list('steps') ?? [];
  const connections = fields.list('connections') ?? [];
  if ([fields.raw('steps'), fields.raw('connections')].some((given) => !Array.isArray(given ?? []))) {
    reading.whole = false;
  }
  if ((fields.raw('steps') ?? null) === null)
    fields.problem('FIELD_MISSING', 'A definition needs "steps": a list.', 'steps');
  if (steps.length > LIMITS.steps) {
    fields.problem(
      'TOO_MANY_STEPS',
      `A workflow has at most ${LIMITS.steps} steps; this one has ${steps.length}.`,
      'steps',
    );
    return null;
  }
  if (connections.length > LIMITS.connections) {
    const message = `A workflow has at most ${LIMITS.connections} connections; this one has ${connections.length}.`;
    fields.problem('TOO_MANY_CONNECTIONS', message, 'connections');
    return null;
  }
  return withoutUndefined({
    schemaVersion: 1 as const,
    name: fields.string('name'),
    description: fields.string('description'),
    inputs: readInputs(reading, fields),
    variables: readVariables(reading, fields),
    steps: readEach(reading, steps, ['steps'], UNREADABLE, (value, index) => readStep(reading, value, index)),
    connections: readConnections(reading, connections),
    metadata: readMetadata(fields),
  });
}

function readMetadata(fields: FieldReader): JsonObject {
  const metadata = fields.object('metadata') ?? {};
  if (utf8Bytes(JSON.stringify(metadata)) <= LIMITS.metadataBytes) return metadata;
  fields.problem('METADATA_TOO_BIG', 'The metadata must not be bigger than 16 KiB.', 'metadata');
  return {};
}
