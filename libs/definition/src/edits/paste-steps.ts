import { freshConnectionId } from '../read/connection-id.js';
import { isStepId } from '../read/names.js';
import { findStepType } from '../steps/catalogue.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { StepEdit } from './edit.js';
import { renameStep } from './rename-step.js';

type PasteSteps = Extract<StepEdit, { kind: 'paste-steps' }>;

export function pasteSteps(definition: WorkflowDefinition, edit: PasteSteps): WorkflowDefinition {
  const names = new Map(edit.steps.map(({ id }) => [id, edit.names[id] ?? id]));
  const taken = new Set(definition.steps.map(({ id }) => id));
  for (const name of names.values()) {
    if (taken.has(name) || !isStepId(name)) return definition;
    taken.add(name);
  }
  if (names.size === 0 || names.size !== edit.steps.length) return definition;
  const pasted = renamedAll(within(definition, edit), names);
  const connectionIds = new Set(definition.connections.map(({ id }) => id));
  return {
    ...definition,
    steps: [...definition.steps, ...pasted.steps],
    connections: [
      ...definition.connections,
      ...pasted.connections.map(({ id: _, ...connection }): ConnectionDefinition => ({
        ...connection,
        id: freshConnectionId(connection, connectionIds),
      })),
    ],
  };
}

/** What is pasted, as a definition of its own: nothing in it speaks of steps that are neither in it nor here. */
function within(
  definition: WorkflowDefinition,
  { steps, connections, shift }: PasteSteps,
): WorkflowDefinition {
  const ids = new Set(steps.map(({ id }) => id));
  const containers = new Set(
    definition.steps.filter(({ type }) => findStepType(type)?.regions).map(({ id }) => id),
  );
  return {
    ...definition,
    steps: steps.map((step) => {
      const { parent, region, compensateWith, position, ...rest } = step;
      const inside = parent != null && ids.has(parent);
      return {
        ...rest,
        ...(position === undefined ? {} : { position: inside ? position : moved(position, shift) }),
        ...(inside || (parent != null && containers.has(parent)) ? placeOf(parent, region) : {}),
        ...(compensateWith !== undefined && ids.has(compensateWith) ? { compensateWith } : {}),
      };
    }),
    connections: connections.filter(
      ({ sourceStep, targetStep }) => ids.has(sourceStep) && ids.has(targetStep),
    ),
  };
}

function placeOf(
  parent: string,
  region: StepDefinition['region'],
): Pick<StepDefinition, 'parent' | 'region'> {
  return region === undefined ? { parent } : { parent, region };
}

function moved(
  position: NonNullable<StepDefinition['position']>,
  shift: PasteSteps['shift'],
): NonNullable<StepDefinition['position']> {
  return { x: position.x + (shift?.x ?? 0), y: position.y + (shift?.y ?? 0) };
}

/**
 * Under their new names, one after the other. A new name may be the old one of another step that is pasted,
 * so each goes by a name that nobody has first.
 */
function renamedAll(part: WorkflowDefinition, names: ReadonlyMap<string, string>): WorkflowDefinition {
  const changes = [...names].filter(([from, to]) => from !== to);
  const aside = (index: number): string => `pasted_${index}_${'x'.repeat(64)}`;
  const away = changes.reduce((at, [from], index) => renameStep(at, from, aside(index)), part);
  return changes.reduce((at, [, to], index) => renameStep(at, aside(index), to), away);
}
