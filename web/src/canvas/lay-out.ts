import type { Position, StepDefinition, WorkflowDefinition } from '#definition';
import { arrangeScope } from './arrange-scope.js';
import { containmentOf, regionsOf, ROOT } from './containment.js';
import type { Containment, Place } from './containment.js';
import { frameAround } from './frame.js';
import type { Frame } from './frame.js';
import type { Box } from './free-lane.js';
import { drawnPorts, NO_PORTS, STEP_WIDTH, stepHeight, stepsWithErrorUse } from './geometry.js';
import type { DrawnPorts } from './geometry.js';

/** A step as it is drawn. */
export interface DrawnStep {
  readonly step: StepDefinition;
  readonly ports: DrawnPorts;
  readonly place: Place;
  /** From the upper left corner of the frame it stands in; on the canvas when it stands in none. */
  readonly at: Position;
  /** On the canvas. */
  readonly box: Box;
  /** Null for a step that holds no others. */
  readonly frame: Frame | null;
  /** Id of the step that it only undoes, or null. */
  readonly undoes: string | null;
}

export type Layout = ReadonlyMap<string, DrawnStep>;

const known = new WeakMap<WorkflowDefinition, Layout>();

/** Where every step is drawn: where the document says, else where a layout from left to right puts it. */
export function layOut(definition: WorkflowDefinition): Layout {
  const before = known.get(definition);
  if (before) return before;
  const made = compute(definition, (step) => step.position);
  known.set(definition, made);
  return made;
}

/** The same with every step arranged anew. */
export function arranged(definition: WorkflowDefinition): Layout {
  return compute(definition, () => undefined);
}

type PositionOf = (step: StepDefinition) => Position | undefined;

interface Measured {
  readonly ports: DrawnPorts;
  readonly width: number;
  readonly height: number;
  readonly frame: Frame | null;
}

function compute(definition: WorkflowDefinition, positionOf: PositionOf): Layout {
  const containment = containmentOf(definition);
  const measured = measureAll(definition, containment, positionOf);
  const root = placedBoxes(definition, containment, ROOT, measured, positionOf);
  const drawn = new Map<string, DrawnStep>();
  for (const step of containment.outsideIn) {
    const { id } = step;
    const size = measured.get(id);
    if (!size) continue;
    const place = containment.places.get(id) ?? ROOT;
    const around = place.parent === null ? undefined : drawn.get(place.parent);
    const at = (around ? around.frame?.at.get(id) : root.get(id)) ?? { x: 0, y: 0 };
    const origin = around?.box ?? { x: 0, y: 0 };
    const { ports, frame, width, height } = size;
    drawn.set(id, {
      ...{ step, ports, place, frame, undoes: containment.undoes.get(id) ?? null },
      at: { x: at.x, y: at.y },
      box: { x: origin.x + at.x, y: origin.y + at.y, width, height },
    });
  }
  return drawn;
}

/** From the inside out: a frame is as big as what stands in it. */
function measureAll(
  definition: WorkflowDefinition,
  containment: Containment,
  positionOf: PositionOf,
): ReadonlyMap<string, Measured> {
  const errorUse = stepsWithErrorUse(definition);
  const connected = new Set(
    definition.connections.flatMap(({ sourceStep, targetStep }) => [sourceStep, targetStep]),
  );
  const measured = new Map<string, Measured>();
  for (const step of [...containment.outsideIn].reverse()) {
    // A connection that must not be there is drawn, so that it can be cut.
    const apart = containment.undoes.has(step.id) && !connected.has(step.id);
    const ports = apart ? NO_PORTS : drawnPorts(step, errorUse.has(step.id));
    const regions = regionsOf(step);
    if (regions.length === 0) {
      measured.set(step.id, { ports, width: STEP_WIDTH, height: stepHeight(ports), frame: null });
      continue;
    }
    const contents = regions.map((region) => ({
      region,
      boxes: placedBoxes(definition, containment, { parent: step.id, region }, measured, positionOf),
    }));
    const frame = frameAround(stepHeight(ports), contents);
    measured.set(step.id, { ports, width: frame.width, height: frame.height, frame });
  }
  return measured;
}

/** The steps of one region where the document has them; those without a place where an arrangement puts them. */
function placedBoxes(
  definition: WorkflowDefinition,
  containment: Containment,
  place: Place,
  measured: ReadonlyMap<string, Measured>,
  positionOf: PositionOf,
): ReadonlyMap<string, Box> {
  const steps = containment.childrenOf(place);
  const sizes = steps.flatMap(({ id }) => {
    const size = measured.get(id);
    return size ? [{ id, width: size.width, height: size.height }] : [];
  });
  const missing = steps.some((step) => positionOf(step) === undefined);
  const found = missing ? arrangeScope(sizes, definition, containment.undoes) : null;
  const byId = new Map(steps.map((step) => [step.id, step]));
  return new Map(
    sizes.map(({ id, width, height }) => {
      const step = byId.get(id);
      const { x, y } = (step && positionOf(step)) ?? found?.get(id) ?? { x: 0, y: 0 };
      return [id, { x, y, width, height }];
    }),
  );
}
