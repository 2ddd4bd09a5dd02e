const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Names that mean something to JavaScript objects; refused everywhere a document may choose a name. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN.has(name);
}
