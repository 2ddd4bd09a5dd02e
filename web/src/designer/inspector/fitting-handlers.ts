import { findStepType } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';
import { containmentOf, ROOT, samePlace } from '../../canvas/containment.js';

/** Steps that could undo a step: they stand beside it, do work, are tied to nothing, and undo no other. */
export function fittingHandlers(
  definition: WorkflowDefinition,
  step: StepDefinition,
): readonly StepDefinition[] {
  const { places, undoes } = containmentOf(definition);
  const here = places.get(step.id) ?? ROOT;
  const tied = new Set(
    definition.connections.flatMap(({ sourceStep, targetStep }) => [sourceStep, targetStep]),
  );
  return definition.steps.filter(
    (other) =>
      other.id !== step.id &&
      samePlace(places.get(other.id) ?? ROOT, here) &&
      findStepType(other.type)?.class(other.configuration) === 'work' &&
      !tied.has(other.id) &&
      other.compensateWith === undefined &&
      (undoes.get(other.id) ?? step.id) === step.id,
  );
}
