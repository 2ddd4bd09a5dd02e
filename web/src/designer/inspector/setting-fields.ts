import type { Json, JsonObject } from '#definition';
import { humanise } from '../../ui/format.js';

/** How one setting is edited. */
export type SettingShape =
  | { readonly kind: 'text' | 'template' | 'expression' | 'flag' | 'json' }
  | {
      readonly kind: 'number';
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly whole: boolean;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly fields: readonly SettingField[] }
  | { readonly kind: 'map' };

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
    return { kind: 'choice', options: property['enum'].filter((option) => typeof option === 'string') };
  }
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
              : 'text',
      };
    case 'array': {
      const fields = settingFields(objectOf(property['items']));
      return fields.length > 0 ? { kind: 'list', fields } : { kind: 'json' };
    }
    case 'object': {
      const values = objectOf(property['additionalProperties']);
      return values['x-kind'] === 'expression' ? { kind: 'map' } : { kind: 'json' };
    }
    default:
      return { kind: 'json' };
  }
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
