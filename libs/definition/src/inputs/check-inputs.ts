import type { Json, JsonObject } from '../json.js';
import { jsonPointer } from '../json-pointer.js';
import type { Problem } from '../problem.js';
import { utf8Bytes } from '../utf8-bytes.js';
import type { InputDeclaration, InputType } from '../workflow-definition.js';
import { inputProblem } from './input-problem.js';
import { unusableValue } from './unusable-value.js';

/** The inputs of an execution travel in Temporal's history. Bytes of JSON. */
const INPUT_BYTES = 64 * 1024;

export interface CheckedInputs {
  /** With the defaults filled in; inputs of type `documents` are left to the engine. */
  readonly values: JsonObject;
  readonly problems: readonly Problem[];
}

/** Checks what an execution is started with against the workflow's declarations, and reports all that is wrong. */
export function checkInputs(
  declarations: Readonly<Record<string, InputDeclaration>>,
  given: unknown,
  hasDocuments: boolean,
): CheckedInputs {
  const object = given ?? {};
  if (typeOf(object) !== 'object') {
    return {
      values: {},
      problems: [inputProblem('BAD_INPUT', '/input', 'The inputs have to be an object: a value by name.')],
    };
  }
  const bytes = utf8Bytes(JSON.stringify(object));
  if (bytes > INPUT_BYTES) {
    const message = `The inputs take ${bytes} bytes as JSON; ${INPUT_BYTES} are allowed. Upload big content as documents.`;
    return { values: {}, problems: [inputProblem('BAD_INPUT', '/input', message)] };
  }
  const named = new Map(Object.entries(object as JsonObject));
  const known = new Map(Object.entries(declarations));
  const unknown = [...named.keys()]
    .filter((name) => !known.has(name))
    .map((name) => unknownInput(name, [...known.keys()]));
  const checked = [...known].map(([name, declaration]) =>
    checkInput(name, declaration, named.get(name), hasDocuments),
  );
  return {
    values: Object.fromEntries(checked.flatMap(({ entry }) => (entry ? [entry] : []))),
    problems: [...unknown, ...checked.flatMap(({ problem }) => (problem ? [problem] : []))],
  };
}

interface CheckedInput {
  readonly entry?: readonly [string, Json];
  readonly problem?: Problem;
}

function checkInput(
  name: string,
  declaration: InputDeclaration,
  value: Json | undefined,
  hasDocuments: boolean,
): CheckedInput {
  const path = jsonPointer(['input', name]);
  const isGiven = value !== undefined && value !== null;
  if (declaration.type === 'documents') {
    if (isGiven)
      return { problem: inputProblem('BAD_INPUT', path, `Give the documents of "${name}" as documentIds.`) };
    if (declaration.required && !hasDocuments) {
      return { problem: inputProblem('MISSING_INPUT', path, `The workflow needs documents for "${name}".`) };
    }
    return {};
  }
  if (!isGiven) {
    if (declaration.default !== undefined) return { entry: [name, declaration.default] };
    if (!declaration.required) return {};
    return {
      problem: inputProblem(
        'MISSING_INPUT',
        path,
        `The workflow needs a value for "${name}" (${declaration.type}).`,
      ),
    };
  }
  if (typeOf(value) === declaration.type) {
    const problem = unusableValue(value, path);
    return problem === null ? { entry: [name, value] } : { problem };
  }
  const message = `"${name}" has to be of type ${declaration.type}, but is ${typeOf(value)}.`;
  return { problem: inputProblem('BAD_INPUT', path, message) };
}

function unknownInput(name: string, known: readonly string[]): Problem {
  const list = known.length === 0 ? 'It has none.' : `It has: ${known.join(', ')}.`;
  return inputProblem(
    'BAD_INPUT',
    jsonPointer(['input', name]),
    `The workflow has no input "${name}". ${list}`,
  );
}

function typeOf(value: unknown): InputType | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as InputType;
}
