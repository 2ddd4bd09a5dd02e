import type { Json } from '../json.js';
import { isObject } from '../plan/expression/value.js';
import type { InputDeclaration, InputType, VariableDeclaration } from '../workflow-definition.js';
import { plainNameProblem } from './names.js';
import { FieldReader } from './reading.js';
import type { Reading } from './reading.js';
import { withoutUndefined } from './without-undefined.js';

const TYPES = ['string', 'number', 'boolean', 'object', 'array'] as const;
const INPUT_TYPES: readonly InputType[] = [...TYPES, 'documents'];

export function readInputs(
  reading: Reading,
  fields: FieldReader,
): Readonly<Record<string, InputDeclaration>> {
  return declarations(
    reading,
    fields,
    'inputs',
    ['type', 'required', 'default', 'description'],
    (declared) => {
      const type = readType(declared, INPUT_TYPES);
      return type === undefined
        ? null
        : withoutUndefined({
            type,
            required: declared.boolean('required'),
            default: declared.raw('default'),
            description: declared.string('description'),
          });
    },
  );
}

export function readVariables(
  reading: Reading,
  fields: FieldReader,
): Readonly<Record<string, VariableDeclaration>> {
  return declarations(reading, fields, 'variables', ['type', 'default', 'scope'], (declared) => {
    const type = readType(declared, TYPES);
    return type === undefined
      ? null
      : withoutUndefined({
          type,
          default: declared.raw('default'),
          scope: declared.word('scope', ['global', 'step', 'temporary']),
        });
  });
}

function readType<T extends string>(declared: FieldReader, types: readonly T[]): T | undefined {
  if ((declared.raw('type') ?? null) === null) {
    return declared.problem('FIELD_MISSING', `"type" is needed: one of ${types.join(', ')}.`, 'type');
  }
  return declared.word('type', types);
}

function declarations<T>(
  reading: Reading,
  fields: FieldReader,
  kind: 'inputs' | 'variables',
  known: readonly string[],
  read: (declared: FieldReader) => T | null,
): Readonly<Record<string, T>> {
  const entries = Object.entries(fields.object(kind) ?? {}).flatMap(([name, value]): [string, T][] => {
    const declared = readOne(reading, fields, kind, name, value, known, read);
    if (declared === null) reading.whole = false;
    return declared === null ? [] : [[name, declared]];
  });
  return Object.fromEntries(entries);
}

/** A plain type such as `question: string` is short for an object with that type. */
function readOne<T>(
  reading: Reading,
  fields: FieldReader,
  kind: string,
  name: string,
  value: Json,
  known: readonly string[],
  read: (declared: FieldReader) => T | null,
): T | null {
  const wrong = plainNameProblem(name);
  if (wrong !== null) {
    fields.problem(wrong.code, wrong.message, kind, name);
    return null;
  }
  const declared = typeof value === 'string' ? { type: value } : value;
  if (!isObject(declared)) {
    fields.problem('FIELD_TYPE', `"${name}" must be an object with a type.`, kind, name);
    return null;
  }
  return read(new FieldReader(reading, declared, [...fields.at(kind), name], known));
}
