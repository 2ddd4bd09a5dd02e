import type { Json } from '../json.js';
import { isObject } from '../plan/expression/value.js';
import type { PortDefinition } from '../workflow-definition.js';
import { plainNameProblem } from './names.js';
import { FieldReader } from './reading.js';
import type { Reading } from './reading.js';
import { withoutUndefined } from './without-undefined.js';

/** Ports of a step; a plain text is short for `{ name }`. */
export function readPorts(
  reading: Reading,
  fields: FieldReader,
  name: 'inputs' | 'outputs',
): readonly PortDefinition[] | undefined {
  return fields.list(name)?.flatMap((entry, index) => {
    const port = readPort(reading, entry, [...fields.at(name), index]);
    return port === null ? [] : [port];
  });
}

function readPort(reading: Reading, value: Json, place: readonly (string | number)[]): PortDefinition | null {
  if (typeof value === 'string') return named(reading, { name: value }, place);
  if (!isObject(value)) {
    reading.problem('FIELD_TYPE', 'A port must be a name, or an object with a name.', place);
    return null;
  }
  const fields = new FieldReader(reading, value, place, ['name', 'type', 'description']);
  const name = fields.string('name');
  if (name === undefined) {
    fields.problem('FIELD_MISSING', 'A port needs "name".', 'name');
    return null;
  }
  const port = { name, type: fields.string('type'), description: fields.string('description') };
  return named(reading, withoutUndefined(port), place);
}

function named(
  reading: Reading,
  port: PortDefinition,
  place: readonly (string | number)[],
): PortDefinition | null {
  const wrong = plainNameProblem(port.name);
  if (wrong === null) return port;
  reading.problem(wrong.code, wrong.message, place);
  return null;
}
