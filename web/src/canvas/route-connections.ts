import type { ConnectionDefinition, WorkflowDefinition } from '#definition';
import { goesBack } from './connection-path.js';
import type { Point } from './connection-path.js';
import { freeLane } from './free-lane.js';
import type { Box } from './free-lane.js';
import { drawnPorts, portOffset, STEP_WIDTH, stepHeight, stepsWithErrorUse } from './geometry.js';
import type { DrawnPorts } from './geometry.js';
import { placeSteps } from './place-steps.js';

/** From where to where a connection is drawn, and the height at which it goes back, if it does. */
export interface Route {
  readonly from: Point;
  readonly to: Point;
  readonly lane: number | null;
}

/** Finds the way of each connection around the drawn steps; null when one of its ends is gone. */
export function connectionRouter(
  definition: WorkflowDefinition,
): (connection: ConnectionDefinition) => Route | null {
  const drawn = drawSteps(definition);
  const boxes = [...drawn.values()].map(({ box }) => box).sort((left, right) => left.y - right.y);
  return ({ sourceStep, sourceOutput, targetStep, targetInput }) => {
    const source = drawn.get(sourceStep);
    const target = drawn.get(targetStep);
    if (!source || !target) return null;
    const from = {
      x: source.box.x + STEP_WIDTH,
      y: source.box.y + portOffset(source.ports.outputs, sourceOutput),
    };
    const to = { x: target.box.x, y: target.box.y + portOffset(target.ports.inputs, targetInput) };
    return { from, to, lane: goesBack(from, to) ? freeLane(from, to, boxes) : null };
  };
}

interface DrawnStep {
  readonly box: Box;
  readonly ports: DrawnPorts;
}

/** Where each step is drawn, by its id. */
export function drawSteps(definition: WorkflowDefinition): ReadonlyMap<string, DrawnStep> {
  const places = placeSteps(definition);
  const errorUse = stepsWithErrorUse(definition);
  return new Map(
    definition.steps.map((step) => {
      const ports = drawnPorts(step, errorUse.has(step.id));
      const { x, y } = places.get(step.id) ?? { x: 0, y: 0 };
      return [step.id, { ports, box: { x, y, width: STEP_WIDTH, height: stepHeight(ports) } }];
    }),
  );
}
