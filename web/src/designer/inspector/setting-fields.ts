import type { Json, JsonObject } from '#definition';
import { humanise } from '../../ui/format.js';

/** How one setting is edited. */
export type SettingShape =
  | { readonly kind: 'text' | 'template' | 'expression' | 'flag' | 'json' | 'any' | 'duration' }
  | {
      readonly kind: 'number';
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly whole: boolean;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly fields: readonly SettingField[] }
  /** Names with expressions, or with texts that may hold templates. */
  | { readonly kind: 'map'; readonly values: 'expression' | 'template' }
  /** Short texts; with `numbers`, digits alone are a number. */
  | { readonly kind: 'words'; readonly numbers: boolean }
  | { readonly kind: 'either'; readonly words: readonly string[]; readonly amounts: readonly Amount[] };

/** A number that stands for itself or somewhere inside an object: `{ tolerate: { count: 3 } }`. */
export interface Amount {
  readonly path: readonly string[];
  readonly title: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
}

export interface SettingField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly required: boolean;
  readonly initial: Json | undefined;
  readonly shape: SettingShape;
}

/** The fields of a step's panel, made from its type's JSON Schema; what has no better field is edited as JSON. */
export function settingFields(schema: JsonObject): readonly SettingField[] {
  const properties = objectOf(schema['properties']);
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(properties).map(([name, property]) =>
    toField(name, objectOf(property), required.has(name)),
  );
}

function toField(name: string, property: JsonObject, required: boolean): SettingField {
  return {
    name,
    title: textOf(property['title']) ?? humanise(name),
    description: textOf(property['description']) ?? '',
    required,
    initial: property['default'],
    shape: shapeOf(property),
  };
}

function shapeOf(property: JsonObject): SettingShape {
  const kind = property['x-kind'];
  if (Array.isArray(property['enum'])) {
    return { kind: 'choice', options: wordsOf(property) };
  }
  if (Array.isArray(property['anyOf'])) return eitherOf(property['anyOf'].map(objectOf));
  switch (property['type']) {
    case 'boolean':
      return { kind: 'flag' };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        minimum: numberOf(property['minimum']),
        maximum: numberOf(property['maximum']),
        whole: property['type'] === 'integer',
      };
    case 'string':
      return {
        kind:
          kind === 'expression'
            ? 'expression'
            : kind === 'template' || kind === 'reference'
              ? 'template'
              : kind === 'duration'
                ? 'duration'
                : 'text',
      };
    case 'array': {
      const items = objectOf(property['items']);
      const fields = settingFields(items);
      if (fields.length > 0) return { kind: 'list', fields };
      const types = new Set(alternatives(items).map(({ type }) => type));
      return types.size > 0 && [...types].every((type) => type === 'string' || type === 'integer')
        ? { kind: 'words', numbers: types.has('integer') }
        : { kind: 'json' };
    }
    case 'object': {
      const values = objectOf(property['additionalProperties']);
      if (values['x-kind'] === 'expression') return { kind: 'map', values: 'expression' };
      return values['type'] === 'string' ? { kind: 'map', values: 'template' } : { kind: 'json' };
    }
    case undefined:
      return { kind: 'any' };
    default:
      return { kind: 'json' };
  }
}

function alternatives(property: JsonObject): readonly JsonObject[] {
  return Array.isArray(property['anyOf']) ? property['anyOf'].map(objectOf) : [property];
}

function wordsOf(property: JsonObject): readonly string[] {
  const { enum: list, const: single } = property;
  const words: readonly Json[] = Array.isArray(list) ? list : [single ?? null];
  return words.filter((word) => typeof word === 'string');
}

/** Words to choose from beside numbers; anything else is edited as JSON. */
function eitherOf(shapes: readonly JsonObject[]): SettingShape {
  const words = shapes.flatMap(wordsOf);
  const others = shapes.filter((shape) => wordsOf(shape).length === 0);
  const amounts = others.map((shape) => amountsIn(shape, []));
  const known = amounts.flatMap((found) => found ?? []);
  return amounts.includes(null) || known.length === 0
    ? { kind: 'json' }
    : { kind: 'either', words, amounts: known };
}

function amountsIn(shape: JsonObject, path: readonly string[]): readonly Amount[] | null {
  const { type } = shape;
  if (type === 'integer' || type === 'number') {
    const title = path.length === 0 ? 'A number' : humanise(path.join(' '));
    const range = { minimum: numberOf(shape['minimum']), maximum: numberOf(shape['maximum']) };
    return [{ path, title, ...range, whole: type === 'integer' }];
  }
  if (type !== 'object') return null;
  const inner = Object.entries(objectOf(shape['properties'])).map(([name, property]) =>
    amountsIn(objectOf(property), [...path, name]),
  );
  return inner.includes(null) ? null : inner.flatMap((found) => found ?? []);
}

/** A new entry of a list: every field that has to be there, empty. */
export function emptyEntry(fields: readonly SettingField[]): JsonObject {
  return Object.fromEntries(fields.filter(({ required }) => required).map(({ name }) => [name, '']));
}

/** The configuration with a setting changed; one that is undefined is taken out, so that its default holds. */
export function withSetting(configuration: JsonObject, name: string, value: Json | undefined): JsonObject {
  const { [name]: _before, ...rest } = configuration;
  return value === undefined ? rest : { ...configuration, [name]: value };
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;
}
