import { findStepType } from '../steps/catalogue.js';
import type { Region } from '../steps/step-type.js';
import type { StepDefinition } from '../workflow-definition.js';

/** Scopes within scopes: containers nest at most this deep. */
export const DEEPEST_NESTING = 16;

export interface Scope {
  /** The container step; null for the root. */
  readonly owner: number | null;
  readonly region: 'root' | Region;
  /** Steps that stand in it, in definition order. */
  readonly steps: readonly number[];
}

/** Which steps stand where. A step whose parent cannot be its parent stands in the root. */
export interface Scopes {
  /** The root, then each container's in definition order, body before finally. A finally without steps has none. */
  readonly list: readonly Scope[];
  /** By step, the index of its scope. */
  readonly of: readonly number[];
  /** Steps whose parents contain each other in a circle, and steps inside those. */
  readonly circular: ReadonlySet<number>;
  /** By container and region, the index of the scope. */
  readonly regions: ReadonlyMap<string, number>;
}

export function buildScopes(steps: readonly StepDefinition[], indexOf: ReadonlyMap<string, number>): Scopes {
  const parents = steps.map((step) => containerOf(step, steps, indexOf));
  const circular = inCircles(parents);
  const list: { owner: number | null; region: Scope['region']; steps: number[] }[] = [
    { owner: null, region: 'root', steps: [] },
  ];
  const places = steps.map((step, index) => {
    const parent = circular.has(index) ? null : (parents[index] ?? null);
    return parent === null ? null : key(parent, regionIn(steps[parent] as StepDefinition, step));
  });
  const used = new Set(places);
  const regions = new Map<string, number>();
  steps.forEach((step, owner) => {
    for (const region of findStepType(step.type)?.regions ?? []) {
      if (region !== 'body' && !used.has(key(owner, region))) continue;
      regions.set(key(owner, region), list.length);
      list.push({ owner, region, steps: [] });
    }
  });
  const of = places.map((place, index) => {
    const scope = (place === null ? undefined : regions.get(place)) ?? 0;
    list[scope]?.steps.push(index);
    return scope;
  });
  return { list, of, circular, regions };
}

function key(owner: number, region: Region): string {
  return `${owner} ${region}`;
}

/** A region that the container does not have counts as its body. */
function regionIn(container: StepDefinition, { region = 'body' }: StepDefinition): Region {
  return findStepType(container.type)?.regions?.includes(region) ? region : 'body';
}

/** The container a step names as its parent, when it is one. */
function containerOf(
  step: StepDefinition,
  steps: readonly StepDefinition[],
  indexOf: ReadonlyMap<string, number>,
): number | null {
  const parent = step.parent == null ? undefined : indexOf.get(step.parent);
  if (parent === undefined) return null;
  return findStepType((steps[parent] as StepDefinition).type)?.regions ? parent : null;
}

function inCircles(parents: readonly (number | null)[]): ReadonlySet<number> {
  /** 1 while on the way up, 2 when it ends at the root, 3 when it does not. */
  const state = new Uint8Array(parents.length);
  const circular = new Set<number>();
  parents.forEach((_, start) => {
    const path: number[] = [];
    let at: number | null = start;
    while (at !== null && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = parents[at] ?? null;
    }
    const ends = at === null || state[at] === 2;
    for (const index of path) {
      state[index] = ends ? 2 : 3;
      if (!ends) circular.add(index);
    }
  });
  return circular;
}

export function scopeOf(scopes: Scopes, step: number): Scope {
  return scopes.list[scopes.of[step] as number] as Scope;
}

/** The containers around a step, innermost first, each with the region in which it holds the step. */
export function* containersAround(
  scopes: Scopes,
  step: number,
): Generator<{ readonly owner: number; readonly region: Region }> {
  for (let at = scopeOf(scopes, step); at.owner !== null; at = scopeOf(scopes, at.owner)) {
    yield { owner: at.owner, region: at.region as Region };
  }
}

/** The scope of a container's region; null when nothing stands in its finally. */
export function regionOf(scopes: Scopes, owner: number, region: Region): number | null {
  return scopes.regions.get(key(owner, region)) ?? null;
}
