import type { Reference } from '#definition/plan';

/** A reference as a step would make it. */
export function aReference(kind: string, name: string): Reference {
  return { $ref: name, kind, count: 1, bytes: 10, sha256: 'f'.repeat(64) };
}
