import type { Json, Reference } from '#definition';

type Items = readonly Json[] | null;

/** Times it is played: once more for each level of lists within lists. */
const MOST_PLAYS = 4;

/**
 * Plays something through that looks into lists which stand outside: again with each list that it turns out to
 * need, until it needs no other.
 */
export async function withLists<T>(
  read: (reference: Reference) => Promise<Items>,
  play: (list: (reference: Reference) => Items) => T,
): Promise<T> {
  const known = new Map<string, Items>();
  for (let plays = 1; ; plays += 1) {
    const asked = new Map<string, Reference>();
    const result = play((reference) => {
      if (!known.has(reference.$ref)) asked.set(reference.$ref, reference);
      return known.get(reference.$ref) ?? null;
    });
    if (asked.size === 0 || plays >= MOST_PLAYS) return result;
    for (const [name, reference] of asked) known.set(name, await read(reference));
  }
}
