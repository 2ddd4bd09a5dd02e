/** Round of the innermost loop that an instance path stands in: 5 of `outer[2]/inner[5]/embed`; null outside of loops. */
export function iterationOf(path: string): number | null {
  const scope = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const rounds = [...scope.matchAll(/\[(\d{1,9})\](?=\/|$)/g)];
  const innermost = rounds.at(-1)?.[1];
  return innermost === undefined ? null : Number(innermost);
}
