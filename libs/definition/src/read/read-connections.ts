import type { Json, JsonObject } from '../json.js';
import type { ConnectionDefinition } from '../workflow-definition.js';
import { freshConnectionId } from './connection-id.js';
import { FieldReader, readEach } from './reading.js';
import type { Reading } from './reading.js';
import { withoutUndefined } from './without-undefined.js';

const FIELDS = ['id', 'sourceStep', 'sourceOutput', 'targetStep', 'targetInput', 'condition'] as const;

type WithoutId = Omit<ConnectionDefinition, 'id'> & { readonly id?: string };

const UNREADABLE: WithoutId = { sourceStep: '', sourceOutput: 'out', targetStep: '', targetInput: 'in' };

/** Reads connections; those without an id get one from their ends, the same each time. */
export function readConnections(reading: Reading, list: readonly Json[]): readonly ConnectionDefinition[] {
  const read = readEach(reading, list, ['connections'], UNREADABLE, (value, index) =>
    readConnection(reading, value, index),
  );
  const taken = new Set(read.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return read.map((connection) => ({
    ...connection,
    id: connection.id ?? freshConnectionId(connection, taken),
  }));
}

/** An end that is not there is empty: whoever goes on from here leaves it alone. */
function readConnection(reading: Reading, value: JsonObject, index: number): WithoutId {
  const given = Object.hasOwn(value, 'id') ? value['id'] : undefined;
  const about = typeof given === 'string' ? { connectionId: given } : {};
  const fields = new FieldReader(reading, value, ['connections', index], FIELDS, about);
  const sourceStep = end(fields, 'sourceStep');
  const targetStep = end(fields, 'targetStep');
  const id = fields.string('id');
  if (id !== undefined && (id === '' || id.length > 400)) {
    fields.problem('NAME_INVALID', 'The id of a connection has 1 to 400 characters.', 'id');
  }
  if (sourceStep === '' || targetStep === '') reading.whole = false;
  return withoutUndefined({
    id,
    sourceStep,
    sourceOutput: fields.string('sourceOutput') ?? 'out',
    targetStep,
    targetInput: fields.string('targetInput') ?? 'in',
    condition: fields.string('condition'),
  });
}

function end(fields: FieldReader, name: 'sourceStep' | 'targetStep'): string {
  const value = fields.string(name);
  if (value !== undefined && value !== '') return value;
  if (!fields.has(name) || fields.raw(name) === null || value === '') {
    fields.problem('FIELD_MISSING', `A connection needs "${name}".`, name);
  }
  return '';
}
