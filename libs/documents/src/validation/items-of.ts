import { jsonPointer } from '#definition';
import type { Json, JsonObject } from '#definition';

/** A part of a value and where it stands, as a JSON Pointer; `''` is the whole. */
export interface Part<Value = Json> {
  readonly at: string;
  readonly value: Value;
}

/** What is checked one by one: the entries of a list, the passages of a search, or the value as it is. */
export function itemsOf(value: Json): readonly Part[] {
  if (isList(value)) return entriesOf(value, '');
  const passages = isObject(value) ? value['passages'] : undefined;
  return passages !== undefined && isList(passages) ? entriesOf(passages, '/passages') : [{ at: '', value }];
}

/** Every text in a value, however deep. */
export function textsIn({ at, value }: Part): readonly Part<string>[] {
  if (typeof value === 'string') return [{ at, value }];
  if (isList(value)) return entriesOf(value, at).flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn({ at: `${at}${jsonPointer([name])}`, value: inner }),
  );
}

/** What a person reads of an item: itself, its answer, its text, or all its texts together. */
export function textOf(item: Part): string {
  const { value } = item;
  if (isObject(value)) {
    const said = [value['answer'], value['text']].find((text) => typeof text === 'string');
    if (said !== undefined) return said;
  }
  return textsIn(item)
    .map((text) => text.value)
    .join('\n');
}

/** The value of a field named as `customer.name`; undefined when it is not there. */
export function fieldOf(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path.split('.')) {
    if (found === undefined || !isObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

function entriesOf(list: readonly Json[], at: string): readonly Part[] {
  return list.map((value, index) => ({ at: `${at}/${index}`, value }));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
