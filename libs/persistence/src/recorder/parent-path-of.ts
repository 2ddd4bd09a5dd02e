/**
 * What an instance path stands directly in: the loop of a round (`each` of `each[3]`), else the scope instance
 * of a step (`each[3]` of `each[3]/embed`, empty for the root).
 */
export function parentPathOf(path: string): string {
  const end = isRound(path) ? path.lastIndexOf('[') : path.lastIndexOf('/');
  return path.slice(0, Math.max(end, 0));
}

/** Ids of steps hold no brackets. */
export function isRound(path: string): boolean {
  return path.endsWith(']');
}
