import type { Json } from '#definition';

/** A typed value: JSON where it reads as such, else the text as it stands; nothing typed is no value. */
export function readAny(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** As text that reads as the same value again. */
export function writeAny(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && readAny(value) === value) return value;
  return JSON.stringify(value, null, 2);
}

export function isSameValue(left: Json | undefined, right: Json | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
