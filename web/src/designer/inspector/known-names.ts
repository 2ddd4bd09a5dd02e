import { findStepType } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';

/** A name that an expression may use at one place. */
export interface KnownName {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

/** Where an expression stands. */
export type Place =
  { readonly kind: 'step'; readonly id: string } | { readonly kind: 'connection'; readonly id: string };

/** Functions of the language that work on names. */
export const knownFunctions: readonly KnownName[] = [
  { name: 'exists', type: 'function', about: 'exists(x): whether there is a value' },
  { name: 'coalesce', type: 'function', about: 'coalesce(a, b): the first that has a value' },
  { name: 'was_skipped', type: 'function', about: 'was_skipped(step): whether a step was skipped' },
];

/** Every name known at a place: short names first, then in full, the nearest steps before those farther off. */
export function knownNames(definition: WorkflowDefinition, place: Place): readonly KnownName[] {
  const near = nearSteps(definition, place);
  const before = upstream(definition, near);
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
  return [...shortNames(definition, near), ...full, ...declared];
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

function nearSteps(definition: WorkflowDefinition, place: Place): readonly StepDefinition[] {
  const ids = new Set(
    definition.connections
      .filter(({ id, targetStep }) => (place.kind === 'step' ? targetStep === place.id : id === place.id))
      .map(({ sourceStep }) => sourceStep),
  );
  return definition.steps.filter(({ id }) => ids.has(id));
}

/** The given steps and all before them, breadth first. */
function upstream(
  definition: WorkflowDefinition,
  from: readonly StepDefinition[],
): readonly StepDefinition[] {
  const byId = new Map(definition.steps.map((step) => [step.id, step]));
  const sources = new Map<string, string[]>();
  for (const { sourceStep, targetStep } of definition.connections) {
    sources.set(targetStep, [...(sources.get(targetStep) ?? []), sourceStep]);
  }
  const found = new Map(from.map((step) => [step.id, step]));
  for (const { id } of found.values()) {
    for (const source of sources.get(id) ?? []) {
      const step = byId.get(source);
      if (step && !found.has(source)) found.set(source, step);
    }
  }
  return [...found.values()];
}
