import type { WorkflowDefinition } from '#definition';
import { containmentOf, regionsOf } from '../../canvas/containment.js';
import type { Place } from '../../canvas/containment.js';
import { stepLook } from '../../canvas/step-look.js';

/** What a step is called: its name, else what its type does. */
export function nameOf(definition: WorkflowDefinition, stepId: string): string {
  const step = definition.steps.find(({ id }) => id === stepId);
  return step ? (step.name ?? stepLook(step.type).title) : stepId;
}

/** `“For each line”`, `“Book it”, the steps that always run`, `the workflow itself`. */
export function placeName(definition: WorkflowDefinition, { parent, region }: Place): string {
  if (parent === null) return 'the workflow itself';
  const name = `“${nameOf(definition, parent)}”`;
  return region === 'finally' ? `${name}, the steps that always run` : name;
}

/** Every place that a step may be moved to: all but itself and what stands in it. */
export function placesFor(definition: WorkflowDefinition, stepId: string): readonly Place[] {
  const { places } = containmentOf(definition);
  const within = (id: string): boolean => {
    for (let at: string | null = id; at !== null; at = places.get(at)?.parent ?? null)
      if (at === stepId) return true;
    return false;
  };
  const containers = definition.steps.filter((step) => regionsOf(step).length > 0 && !within(step.id));
  return [
    { parent: null, region: 'body' },
    ...containers.flatMap((step) => regionsOf(step).map((region) => ({ parent: step.id, region }))),
  ];
}

export function placeKey({ parent, region }: Place): string {
  return parent === null ? '' : `${region} ${parent}`;
}

export function placeOfKey(definition: WorkflowDefinition, stepId: string, key: string): Place | null {
  return placesFor(definition, stepId).find((place) => placeKey(place) === key) ?? null;
}
