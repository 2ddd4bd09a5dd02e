import { applyEdit } from '#definition';
import type { Position, WorkflowDefinition } from '#definition';
import { arranged, layOut } from './lay-out.js';
import type { Layout } from './lay-out.js';

export type Places = ReadonlyMap<string, Position>;

/** Where each step stands in the frame around it: where the document says, else where a layout puts it. */
export function placeSteps(definition: WorkflowDefinition): Places {
  return placesIn(layOut(definition));
}

/** The definition with a place for every step, as drawn; the same object when each has one already. */
export function withPlaces(definition: WorkflowDefinition): WorkflowDefinition {
  if (definition.steps.every(({ position }) => position !== undefined)) return definition;
  return applyEdit(definition, { kind: 'move-steps', positions: Object.fromEntries(placeSteps(definition)) });
}

/** Every step where a layout from left to right puts it, containers from the inside out. */
export function arrangeSteps(definition: WorkflowDefinition): Places {
  return placesIn(arranged(definition));
}

function placesIn(layout: Layout): Places {
  return new Map([...layout].map(([id, { at }]) => [id, at]));
}
