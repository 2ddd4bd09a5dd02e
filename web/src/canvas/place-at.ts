import type { Position, WorkflowDefinition } from '#definition';
import { around, containmentOf, ROOT } from './containment.js';
import type { Containment, Place } from './containment.js';
import type { Box } from './free-lane.js';
import { layOut } from './lay-out.js';

/**
 * The innermost region of a frame at a point of the canvas; the root where there is none.
 * @param moving steps that are on their way: nothing can be put into these
 */
export function placeAt(
  definition: WorkflowDefinition,
  point: Position,
  moving: ReadonlySet<string> = new Set(),
): Place {
  const layout = layOut(definition);
  const containment = containmentOf(definition);
  let found = ROOT;
  for (const { id } of containment.outsideIn) {
    const drawn = layout.get(id);
    if (!drawn?.frame || !holds(drawn.box, point)) continue;
    if (moving.has(id) || around(containment, id).some(({ parent }) => moving.has(parent ?? ''))) continue;
    const y = point.y - drawn.box.y;
    const region = drawn.frame.regions.findLast(({ top }) => y >= top) ?? drawn.frame.regions[0];
    found = { parent: id, region: region?.region ?? 'body' };
  }
  return found;
}

/**
 * Where a step that was dragged belongs now. It stays where it was while it still touches the frame, so that it
 * can make the frame bigger; into another it goes with its middle.
 */
export function placeOfDragged(
  definition: WorkflowDefinition,
  id: string,
  box: Box,
  moving: ReadonlySet<string>,
): Place {
  const containment = containmentOf(definition);
  const now = containment.places.get(id) ?? ROOT;
  // What undoes a step stays beside it.
  if (containment.undoes.has(id)) return now;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const over = placeAt(definition, middle, moving);
  const frame = now.parent === null ? undefined : layOut(definition).get(now.parent)?.box;
  return frame && isOutside(containment, over, now) && touches(frame, box) ? now : over;
}

/** Whether a place is neither the container of the other nor anywhere within it. */
function isOutside(containment: Containment, place: Place, container: Place): boolean {
  if (place.parent === container.parent) return false;
  return (
    place.parent === null ||
    around(containment, place.parent).every(({ parent }) => parent !== container.parent)
  );
}

function holds({ x, y, width, height }: Box, point: Position): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

function touches(left: Box, right: Box): boolean {
  return (
    left.x < right.x + right.width &&
    right.x < left.x + left.width &&
    left.y < right.y + right.height &&
    right.y < left.y + left.height
  );
}
