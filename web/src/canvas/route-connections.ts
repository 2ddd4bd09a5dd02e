import type { ConnectionDefinition, WorkflowDefinition } from '#definition';
import { goesBack } from './connection-path.js';
import type { Point } from './connection-path.js';
import { freeLane } from './free-lane.js';
import type { Box } from './free-lane.js';
import { portOffset } from './geometry.js';
import { layOut } from './lay-out.js';
import type { DrawnStep } from './lay-out.js';

/** From where to where a connection is drawn, and the height at which it goes back, if it does. */
export interface Route {
  readonly from: Point;
  readonly to: Point;
  readonly lane: number | null;
}

/** Finds the way of each connection around the steps beside it; null when one of its ends is gone. */
export function connectionRouter(
  definition: WorkflowDefinition,
): (connection: ConnectionDefinition) => Route | null {
  const drawn = layOut(definition);
  const boxesOf = siblingBoxes([...drawn.values()]);
  return ({ sourceStep, sourceOutput, targetStep, targetInput }) => {
    const source = drawn.get(sourceStep);
    const target = drawn.get(targetStep);
    if (!source || !target) return null;
    const from = {
      x: source.box.x + source.box.width,
      y: source.box.y + portOffset(source.ports.outputs, sourceOutput),
    };
    const to = { x: target.box.x, y: target.box.y + portOffset(target.ports.inputs, targetInput) };
    return { from, to, lane: goesBack(from, to) ? freeLane(from, to, boxesOf(source)) : null };
  };
}

/** By a step, the boxes of all that stand in the same container, from top to bottom. */
function siblingBoxes(drawn: readonly DrawnStep[]): (step: DrawnStep) => readonly Box[] {
  const groups = new Map<string | null, Box[]>();
  for (const { place, box } of drawn) {
    const group = groups.get(place.parent);
    if (group) group.push(box);
    else groups.set(place.parent, [box]);
  }
  for (const group of groups.values()) group.sort((left, right) => left.y - right.y);
  return ({ place }) => groups.get(place.parent) ?? [];
}
