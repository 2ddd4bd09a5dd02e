import type { ValueSet } from './value-set.js';
import { complement, intersect, isEmpty, isEverything, unite } from './value-set.js';

/** What is known of one term. */
export interface Known {
  readonly set: ValueSet;
  readonly stable: boolean;
  /** Where it became known. */
  readonly origin: Origin | null;
}

export interface Origin {
  readonly step: number;
  /** What was decided there, as it is written. */
  readonly text: string;
}

/** What holds at once, by term. */
export type Situation = ReadonlyMap<string, Known>;

/** Situations of which one is the case; none when it is impossible. */
export interface Cases {
  readonly situations: readonly Situation[];
  /** False when there were too many to tell apart: then it may be impossible although there are some. */
  readonly exact: boolean;
}

/** Nothing is known. */
export const ANYTHING: Situation = new Map();
export const ALWAYS: Cases = { situations: [ANYTHING], exact: true };
export const NEVER: Cases = { situations: [], exact: true };
const UNTOLD: Cases = { situations: [ANYTHING], exact: false };

/** More cases than these are not told apart. */
const MOST_CASES = 16;
/** Terms kept of a situation; older ones are forgotten, which only makes what is known less. */
const MOST_TERMS = 40;

/** Both at once, or null when that cannot be. */
export function together(left: Situation, right: Situation): Situation | null {
  if (left.size === 0) return right;
  if (right.size === 0) return left;
  const narrowed: [string, Known][] = [];
  for (const [key, known] of right) {
    const other = left.get(key);
    if (other === known) continue;
    const set = other === undefined ? known.set : intersect(other.set, known.set);
    if (other !== undefined && isEmpty(set)) return null;
    narrowed.push([key, { ...known, set }]);
  }
  if (narrowed.length === 0) return left;
  const both = new Map(left);
  for (const [key, known] of narrowed) both.set(key, known);
  return both;
}

export function both(left: Cases, right: Cases): Cases {
  const situations: Situation[] = [];
  for (const a of left.situations) {
    for (const b of right.situations) {
      const situation = together(a, b);
      if (situation !== null) situations.push(situation);
      if (situations.length > MOST_CASES) return UNTOLD;
    }
  }
  return { situations, exact: left.exact && right.exact };
}

export function either(left: Cases, right: Cases): Cases {
  const exact = left.exact && right.exact;
  const one = sameTerm(left, right);
  if (one !== null) return { situations: [one], exact };
  const situations = [...left.situations, ...right.situations];
  return situations.length > MOST_CASES ? UNTOLD : { situations, exact };
}

/** `x = 1 OR x = 2` speaks of one term, so it is one situation. */
function sameTerm(left: Cases, right: Cases): Situation | null {
  const [[a, moreLeft], [b, moreRight]] = [left.situations, right.situations];
  if (a?.size !== 1 || b?.size !== 1 || moreLeft !== undefined || moreRight !== undefined) return null;
  const [[key, known]] = [...a] as [[string, Known]];
  const other = b.get(key);
  return other === undefined ? null : new Map([[key, { ...known, set: unite(known.set, other.set) }]]);
}

/** When something is false, or cannot be told because a value is missing. */
export function notTrue({ situations, exact }: Cases): Cases {
  if (!exact) return UNTOLD;
  return situations.reduce<Cases>((rest, situation) => both(rest, without(situation)), ALWAYS);
}

function without(situation: Situation): Cases {
  const situations = [...situation].map(
    ([key, known]): Situation => new Map([[key, { ...known, set: complement(known.set) }]]),
  );
  return { situations, exact: true };
}

/** One situation that every case fits: only what all of them know. */
export function common(situations: readonly Situation[]): Situation | null {
  const [first, ...others] = situations;
  if (first === undefined) return null;
  if (others.every((other) => other === first)) return first;
  const shared = new Map<string, Known>();
  for (const [key, known] of first) {
    const widened = others.reduce<Known | null>((at, other) => at && wider(at, other.get(key)), known);
    if (widened !== null) shared.set(key, widened);
  }
  return shared;
}

/** What two say about a term, null when that is nothing. Most often they say the very same. */
function wider(known: Known, other: Known | undefined): Known | null {
  if (other === known) return known;
  if (other === undefined) return null;
  const set = unite(known.set, other.set);
  return isEverything(set) ? null : { ...known, set };
}

/** What of a situation still holds at later steps. */
export function lasting(situation: Situation): Situation {
  let lasts = situation.size <= MOST_TERMS;
  for (const { stable } of situation.values()) lasts &&= stable;
  if (lasts) return situation;
  return new Map([...situation].filter(([, { stable }]) => stable).slice(-MOST_TERMS));
}

export function withOrigin(cases: Cases, origin: Origin): Cases {
  const situations = cases.situations.map(
    (situation): Situation => new Map([...situation].map(([key, known]) => [key, { ...known, origin }])),
  );
  return { ...cases, situations };
}

/** What is known when a situation holds and one of some cases, as far as it lasts; null when that cannot be. */
export function after(situation: Situation, { situations }: Cases): Situation | null {
  const possible = situations.flatMap((next) => {
    const joined = together(situation, lasting(next));
    return joined === null ? [] : [joined];
  });
  const shared = common(possible);
  return shared === null ? null : lasting(shared);
}

/** What of a situation stands against every one of some cases; null when nothing does. */
export function contradicted(situation: Situation, { situations }: Cases): Known | null {
  let first: Known | null = null;
  for (const next of situations) {
    const key = [...next.keys()].find((name) => {
      const [known, needed] = [situation.get(name), next.get(name)];
      return known !== undefined && needed !== undefined && isEmpty(intersect(known.set, needed.set));
    });
    if (key === undefined) return null;
    first ??= situation.get(key) ?? null;
  }
  return first;
}
