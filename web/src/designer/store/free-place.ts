import type { Position, WorkflowDefinition } from '#definition';
import { containmentOf, samePlace } from '../../canvas/containment.js';
import type { Place } from '../../canvas/containment.js';
import type { Box } from '../../canvas/free-lane.js';
import { GRID, snap } from '../../canvas/geometry.js';
import { FRAME_PADDING } from '../../canvas/frame.js';
import { layOut } from '../../canvas/lay-out.js';

/** Room between two steps in a row. */
export const GAP = 68;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A free spot on the canvas for a step of a size: in a frame right of what stands there, else right of everything. */
export function freePlace(definition: WorkflowDefinition, place: Place, size: Size): Position {
  const layout = layOut(definition);
  const boxes = boxesIn(definition, place);
  const last = boxes.reduce<Box | null>(
    (found, box) => (found === null || box.x + box.width > found.x + found.width ? box : found),
    null,
  );
  if (last) return freeFrom({ x: snap(last.x + last.width + GAP), y: last.y }, size, boxes);
  const drawn = place.parent === null ? undefined : layout.get(place.parent);
  const region = drawn?.frame?.regions.find((one) => one.region === place.region);
  return drawn && region ? { x: drawn.box.x + FRAME_PADDING, y: drawn.box.y + region.first } : { x: 0, y: 0 };
}

/**
 * The wanted spot, unless it is in a frame and something stands there: a frame is close around its steps, so there is
 * hardly a free spot to drop one. Then it goes beside them.
 */
export function roomAt(
  definition: WorkflowDefinition,
  place: Place,
  wanted: Position | undefined,
  size: Size,
): Position {
  if (wanted === undefined) return freePlace(definition, place, size);
  const taken =
    place.parent !== null && boxesIn(definition, place).some((box) => overlaps(wanted, size, box));
  return taken ? freePlace(definition, place, size) : wanted;
}

function overlaps({ x, y }: Position, size: Size, box: Box): boolean {
  return box.x < x + size.width && x < box.x + box.width && box.y < y + size.height && y < box.y + box.height;
}

/** The wanted spot, or the first one below it where nothing stands yet. */
export function freeFrom(wanted: Position, size: Size, boxes: readonly Box[]): Position {
  let { y } = wanted;
  const roomy = { width: size.width, height: size.height + GRID };
  while (
    boxes.some((box) =>
      overlaps({ x: wanted.x, y: y - GRID }, { ...roomy, height: roomy.height + GRID }, box),
    )
  )
    y += GRID;
  return { x: wanted.x, y };
}

/** What is drawn in a place, on the canvas. */
export function boxesIn(definition: WorkflowDefinition, place: Place): readonly Box[] {
  const layout = layOut(definition);
  const { places } = containmentOf(definition);
  return [...layout.values()]
    .filter(({ step }) => {
      const now = places.get(step.id);
      return now !== undefined && samePlace(now, place);
    })
    .map(({ box }) => box);
}
