import { findStepType } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';
import { around, containmentOf, samePlace } from '../../canvas/containment.js';
import type { Containment } from '../../canvas/containment.js';

/** A name that an expression may use at one place. */
export interface KnownName {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

/** Where an expression stands: at a step, on a connection, or at the beginning or the end of a loop's round. */
export type Place =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'round'; readonly id: string; readonly when: 'begins' | 'ended' };

/** Functions of the language that work on names. */
export const knownFunctions: readonly KnownName[] = [
  { name: 'exists', type: 'function', about: 'exists(x): whether there is a value' },
  { name: 'coalesce', type: 'function', about: 'coalesce(a, b): the first that has a value' },
  { name: 'was_skipped', type: 'function', about: 'was_skipped(step): whether a step was skipped' },
];

/** Every name known at a place: short names first, then in full, the nearest steps before those farther off. */
export function knownNames(definition: WorkflowDefinition, place: Place): readonly KnownName[] {
  const containment = containmentOf(definition);
  const near = nearSteps(definition, containment, place);
  const before = upstream(definition, containment, near, ownerOf(definition, place));
  const declared: readonly KnownName[] = [
    ...Object.entries(definition.inputs).map(([name, { type, description }]) => ({
      name: `input.${name}`,
      type,
      about: description ?? 'Input',
    })),
    ...Object.entries(definition.variables).map(([name, { type }]) => ({
      name: `variables.${name}`,
      type,
      about: 'Variable',
    })),
  ];
  const full = before.flatMap((step) =>
    factsOf(step).map((fact) => ({ ...fact, name: `steps.${step.id}.${fact.name}` })),
  );
  const around = [
    ...loopNames(definition, containment, place),
    ...errorNames(definition, containment, place),
  ];
  return [...shortNames(definition, near), ...around, ...full, ...declared];
}

/** Facts of the steps right before, by their bare name where only one thing is called so. */
function shortNames(definition: WorkflowDefinition, near: readonly StepDefinition[]): readonly KnownName[] {
  const facts = near.flatMap(factsOf);
  return facts.filter(
    ({ name }) =>
      facts.filter((other) => other.name === name).length === 1 &&
      !Object.hasOwn(definition.inputs, name) &&
      !Object.hasOwn(definition.variables, name),
  );
}

function factsOf(step: StepDefinition): readonly KnownName[] {
  const facts = findStepType(step.type)?.facts(step) ?? [];
  return facts.map(({ name, type, description }) => ({ name, type, about: description }));
}

/** The step that an expression belongs to; of a connection its source. */
function ownerOf({ connections }: WorkflowDefinition, place: Place): string {
  return place.kind === 'connection'
    ? (connections.find(({ id }) => id === place.id)?.sourceStep ?? '')
    : place.id;
}

function nearSteps(
  definition: WorkflowDefinition,
  containment: Containment,
  place: Place,
): readonly StepDefinition[] {
  const owner = ownerOf(definition, place);
  if (place.kind === 'connection') return definition.steps.filter(({ id }) => id === owner);
  if (place.kind === 'round' && place.when === 'ended') {
    const goOn = new Set(definition.connections.map(({ sourceStep }) => sourceStep));
    return containment.childrenOf({ parent: place.id, region: 'body' }).filter(({ id }) => !goOn.has(id));
  }
  // At the beginning of a container, the steps right before the container; what undoes a step sees that step.
  const undone = containment.undoes.get(owner);
  if (undone !== undefined) return definition.steps.filter(({ id }) => id === undone);
  for (const id of [owner, ...around(containment, owner).map(({ parent }) => parent ?? '')]) {
    const sources = new Set(
      definition.connections
        .filter(({ targetStep }) => targetStep === id)
        .map(({ sourceStep }) => sourceStep),
    );
    if (sources.size > 0) return definition.steps.filter((step) => sources.has(step.id));
  }
  return [];
}

/** The given steps and all before them and before the containers around the place, breadth first. */
function upstream(
  definition: WorkflowDefinition,
  containment: Containment,
  from: readonly StepDefinition[],
  owner: string,
): readonly StepDefinition[] {
  const byId = new Map(definition.steps.map((step) => [step.id, step]));
  const sources = new Map<string, string[]>();
  for (const { sourceStep, targetStep } of definition.connections) {
    sources.set(targetStep, [...(sources.get(targetStep) ?? []), sourceStep]);
  }
  const found = new Map(from.map((step) => [step.id, step]));
  const outer = [owner, ...around(containment, owner).map(({ parent }) => parent ?? '')];
  for (const id of outer) {
    for (const source of sources.get(id) ?? []) {
      const step = byId.get(source);
      if (step) found.set(source, step);
    }
  }
  for (const { id } of found.values()) {
    for (const source of sources.get(id) ?? []) {
      const step = byId.get(source);
      if (step && !found.has(source)) found.set(source, step);
    }
  }
  return [...found.values()];
}

function loopNames(
  definition: WorkflowDefinition,
  containment: Containment,
  place: Place,
): readonly KnownName[] {
  const owner = ownerOf(definition, place);
  const containers = around(containment, owner).map(({ parent }) => parent);
  const ids = place.kind === 'round' ? [place.id, ...containers] : containers;
  const loops = ids.flatMap((id) =>
    definition.steps.filter((step) => step.id === id && step.type === 'loop'),
  );
  const [loop] = loops;
  if (!loop) return [];
  const index = { name: 'loop.index', type: 'number', about: 'Number of the round, from 0' };
  const item = { name: 'loop.item', type: 'any', about: 'What the round is about' };
  return (loop.configuration['mode'] ?? 'forEach') === 'forEach' ? [item, index] : [index];
}

const errors: readonly KnownName[] = [
  { name: 'error.message', type: 'string', about: 'What went wrong' },
  { name: 'error.code', type: 'string', about: 'Code of what went wrong' },
  { name: 'error.step', type: 'string', about: 'Id of the step that failed' },
];

/** After an error port, and where a try tidies up. */
function errorNames(
  definition: WorkflowDefinition,
  containment: Containment,
  place: Place,
): readonly KnownName[] {
  const owner = ownerOf(definition, place);
  const places = around(containment, owner);
  if (places.some(({ region }) => region === 'finally')) return errors;
  const after = new Set([owner, ...places.map(({ parent }) => parent ?? '')]);
  for (const id of after) {
    for (const { sourceStep, sourceOutput, targetStep } of definition.connections) {
      if (targetStep !== id) continue;
      if (sourceOutput === 'error') return errors;
      const [from, to] = [containment.places.get(sourceStep), containment.places.get(id)];
      if (from && to && samePlace(from, to)) after.add(sourceStep);
    }
  }
  const own = definition.connections.find(({ id }) => place.kind === 'connection' && id === place.id);
  return own?.sourceOutput === 'error' ? errors : [];
}
