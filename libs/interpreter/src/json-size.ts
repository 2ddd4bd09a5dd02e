import type { Json } from '#definition/plan';

/**
 * The size of a value as JSON in UTF-8 bytes, or null once it is above `maximumBytes` or nests
 * deeper than `maximumDepth`. Looks at no more than it has to and never recurses.
 */
export function jsonSize(value: Json, maximumBytes: number, maximumDepth: number): number | null {
  let bytes = 0;
  const open: { readonly value: Json; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > maximumDepth) return null;
    bytes += ownBytes(next.value);
    if (bytes > maximumBytes) return null;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const child of Object.values(next.value) as readonly Json[]) {
      open.push({ value: child, depth: next.depth + 1 });
    }
  }
  return bytes;
}

/** Brackets, commas and keys belong to the value that holds them. */
function ownBytes(value: Json): number {
  if (typeof value === 'string') return textBytes(value) + 2;
  if (typeof value !== 'object' || value === null) return String(value).length;
  if (Array.isArray(value)) return value.length + 1;
  return Object.keys(value).reduce((sum, key) => sum + textBytes(key) + 4, 1);
}

function textBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f || unit === 0x22 || unit === 0x5c) bytes += 1;
    else if (unit < 0x20) bytes += 5;
  }
  return bytes;
}
