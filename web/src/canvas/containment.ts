import { findStepType } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';

export type Region = 'body' | 'finally';

/** A container's region that steps stand in; the root has no container. */
export interface Place {
  readonly parent: string | null;
  readonly region: Region;
}

export const ROOT: Place = { parent: null, region: 'body' };

/** Which steps stand where, outermost containers first. */
export interface Containment {
  /** By step id. A step whose parent cannot be one stands in the root. */
  readonly places: ReadonlyMap<string, Place>;
  readonly childrenOf: (place: Place) => readonly StepDefinition[];
  /** Steps with those around them before them, else in the order of the definition. */
  readonly outsideIn: readonly StepDefinition[];
  /** By id of a step that only undoes another, the id of that one. */
  readonly undoes: ReadonlyMap<string, string>;
}

export function regionsOf({ type }: StepDefinition): readonly Region[] {
  return findStepType(type)?.regions ?? [];
}

export function isContainer(step: StepDefinition): boolean {
  return regionsOf(step).length > 0;
}

export function samePlace(left: Place, right: Place): boolean {
  return left.parent === right.parent && left.region === right.region;
}

const known = new WeakMap<WorkflowDefinition, Containment>();

export function containmentOf(definition: WorkflowDefinition): Containment {
  const before = known.get(definition);
  if (before) return before;
  const made = contain(definition);
  known.set(definition, made);
  return made;
}

function contain({ steps }: WorkflowDefinition): Containment {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const places = new Map(steps.map((step) => [step.id, placeOf(step, byId)]));
  const depths = new Map(steps.map(({ id }) => [id, depthOf(id, places)]));
  const children = new Map<string, StepDefinition[]>();
  for (const step of steps) {
    // Containers inside each other stand nowhere that is drawn: they go to the root.
    if (depths.get(step.id) === Number.POSITIVE_INFINITY) places.set(step.id, ROOT);
    const key = keyOf(places.get(step.id) ?? ROOT);
    const siblings = children.get(key);
    if (siblings) siblings.push(step);
    else children.set(key, [step]);
  }
  const depth = ({ id }: StepDefinition) => {
    const found = depths.get(id) ?? 0;
    return Number.isFinite(found) ? found : 0;
  };
  return {
    places,
    childrenOf: (place) => children.get(keyOf(place)) ?? [],
    outsideIn: [...steps].sort((left, right) => depth(left) - depth(right)),
    undoes: undoneSteps(steps, byId),
  };
}

function placeOf(
  { id, parent, region = 'body' }: StepDefinition,
  byId: ReadonlyMap<string, StepDefinition>,
): Place {
  const container = parent == null || parent === id ? undefined : byId.get(parent);
  const regions = container ? regionsOf(container) : [];
  if (!container || regions.length === 0) return ROOT;
  return { parent: container.id, region: regions.includes(region) ? region : 'body' };
}

function depthOf(id: string, places: ReadonlyMap<string, Place>): number {
  let depth = 0;
  for (let at = places.get(id)?.parent ?? null; at !== null; at = places.get(at)?.parent ?? null) {
    depth += 1;
    if (depth > places.size) return Number.POSITIVE_INFINITY;
  }
  return depth;
}

function undoneSteps(
  steps: readonly StepDefinition[],
  byId: ReadonlyMap<string, StepDefinition>,
): ReadonlyMap<string, string> {
  const undoes = new Map<string, string>();
  for (const { id, compensateWith } of steps) {
    if (compensateWith === undefined || compensateWith === id || !byId.has(compensateWith)) continue;
    if (!undoes.has(compensateWith)) undoes.set(compensateWith, id);
  }
  return undoes;
}

function keyOf({ parent, region }: Place): string {
  return parent === null ? '' : `${region} ${parent}`;
}

/** The containers around a step, innermost first. */
export function around({ places }: Containment, id: string): readonly Place[] {
  const found: Place[] = [];
  for (let at = places.get(id); at && at.parent !== null; at = places.get(at.parent)) found.push(at);
  return found;
}

/** Ids of all that stands in a container, at any depth. */
export function inside(containment: Containment, id: string): readonly string[] {
  return [...containment.places.keys()].filter((other) =>
    around(containment, other).some(({ parent }) => parent === id),
  );
}
