import type { Json } from '#definition/plan';

/**
 * The size of a value as JSON in UTF-8 bytes, or null once it is above `maximumBytes` or nests
 * deeper than `maximumDepth`. Looks at no more than it has to and never recurses.
 */
export function jsonSize(value: Json, maximumBytes: number, maximumDepth: number): number | null {
  let bytes = 0;
  const open: Json[] = [value];
  const depths: number[] = [1];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > maximumDepth) return null;
    if (typeof next !== 'object' || next === null) bytes += scalarBytes(next);
    else if (Array.isArray(next)) {
      bytes += next.length + 1;
      for (const child of next as readonly Json[]) {
        open.push(child);
        depths.push(depth + 1);
      }
    } else {
      bytes += 1;
      for (const [key, child] of Object.entries(next)) {
        bytes += textBytes(key) + 4;
        open.push(child);
        depths.push(depth + 1);
      }
    }
    if (bytes > maximumBytes) return null;
  }
  return bytes;
}

function scalarBytes(value: string | number | boolean | null): number {
  return typeof value === 'string' ? textBytes(value) + 2 : String(value).length;
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
