/**
 * Round of the innermost loop that an instance path stands in, or that it names: 5 of `outer[2]/inner[5]/embed`
 * and of `outer[2]/inner[5]`; null outside of loops.
 */
export function iterationOf(path: string): number | null {
  const innermost = [...path.matchAll(/\[(\d{1,9})\](?=\/|$)/g)].at(-1)?.[1];
  return innermost === undefined ? null : Number(innermost);
}
