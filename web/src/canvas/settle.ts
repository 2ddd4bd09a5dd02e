import type { Position, WorkflowDefinition } from '#definition';
import { containmentOf } from './containment.js';
import type { Region } from './containment.js';
import { FRAME_PADDING } from './frame.js';
import { layOut } from './lay-out.js';

/**
 * The places to write down after steps were moved on the canvas. A frame is laid around its steps, so where the
 * first of them moves, the frame has to move along, or else all would be drawn elsewhere than they were put.
 * @param at where steps were put, from the corner of their frame as it was drawn; the others stand where they are drawn
 */
export function settle(
  definition: WorkflowDefinition,
  at: ReadonlyMap<string, Position>,
): Readonly<Record<string, Position>> {
  const layout = layOut(definition);
  const containment = containmentOf(definition);
  const places = new Map([...layout].map(([id, drawn]) => [id, at.get(id) ?? drawn.at]));
  for (const { id } of [...containment.outsideIn].reverse()) {
    const frame = layout.get(id)?.frame;
    const own = places.get(id);
    if (!frame || !own) continue;
    const idsOf = (region: Region) => containment.childrenOf({ parent: id, region }).map((step) => step.id);
    const all = frame.regions.flatMap(({ region }) => idsOf(region));
    if (all.length === 0) continue;
    const shiftX = Math.min(...all.map((child) => places.get(child)?.x ?? 0)) - FRAME_PADDING;
    const body = idsOf('body');
    const first = frame.regions[0]?.first ?? 0;
    const shiftY =
      body.length === 0 ? 0 : Math.min(...body.map((child) => places.get(child)?.y ?? 0)) - first;
    for (const child of all) {
      const place = places.get(child);
      if (place) places.set(child, { x: place.x - shiftX, y: place.y - shiftY });
    }
    places.set(id, { x: own.x + shiftX, y: own.y + shiftY });
  }
  return Object.fromEntries(places);
}
