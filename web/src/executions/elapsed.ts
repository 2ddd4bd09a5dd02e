/** How long something took, or has taken so far; 0 before it starts. In milliseconds. */
export function elapsedOf(
  span: { readonly startedAt?: string | null; readonly completedAt?: string | null },
  now: number,
): number {
  if (!span.startedAt) return 0;
  const end = span.completedAt ? Date.parse(span.completedAt) : now;
  return Math.max(0, end - Date.parse(span.startedAt));
}
