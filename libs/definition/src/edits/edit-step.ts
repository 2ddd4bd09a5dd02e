import { isStepId } from '../read/names.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { StepEdit } from './edit.js';
import { moveInto } from './move-into.js';
import { pasteSteps } from './paste-steps.js';
import { removeStep } from './remove-step.js';
import { renameStep } from './rename-step.js';

export function editStep(definition: WorkflowDefinition, edit: StepEdit): WorkflowDefinition {
  switch (edit.kind) {
    case 'add-step':
      return hasStep(definition, edit.step.id)
        ? definition
        : { ...definition, steps: [...definition.steps, edit.step] };
    case 'remove-step':
      return removeStep(definition, edit.stepId);
    case 'configure-step':
      return changeStep(definition, edit.stepId, (step) => withFields({ ...step, ...edit.set, id: step.id }));
    case 'rename-step':
      return !hasStep(definition, edit.stepId) || hasStep(definition, edit.to) || !isStepId(edit.to)
        ? definition
        : renameStep(definition, edit.stepId, edit.to);
    case 'move-into':
      return moveInto(definition, edit);
    case 'paste-steps':
      return pasteSteps(definition, edit);
    case 'move-steps':
      return moveSteps(definition, edit.positions);
  }
}

function hasStep(definition: WorkflowDefinition, id: string): boolean {
  return definition.steps.some((step) => step.id === id);
}

function changeStep(
  definition: WorkflowDefinition,
  id: string,
  change: (step: StepDefinition) => StepDefinition,
): WorkflowDefinition {
  if (!hasStep(definition, id)) return definition;
  return { ...definition, steps: definition.steps.map((step) => (step.id === id ? change(step) : step)) };
}

function withFields(step: object): StepDefinition {
  return Object.fromEntries(
    Object.entries(step).filter(([, value]) => value !== undefined),
  ) as unknown as StepDefinition;
}

function moveSteps(
  definition: WorkflowDefinition,
  positions: Extract<StepEdit, { kind: 'move-steps' }>['positions'],
): WorkflowDefinition {
  let moved = false;
  const steps = definition.steps.map((step) => {
    const position = Object.hasOwn(positions, step.id) ? positions[step.id] : undefined;
    if (position === undefined || (position.x === step.position?.x && position.y === step.position?.y))
      return step;
    moved = true;
    return { ...step, position: { x: position.x, y: position.y } };
  });
  return moved ? { ...definition, steps } : definition;
}
