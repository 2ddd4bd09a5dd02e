import type { Position } from '#definition';
import { containmentOf, ROOT, samePlace } from '../../canvas/containment.js';
import type { Place } from '../../canvas/containment.js';
import { noteDropTarget } from '../../canvas/drop-target.js';
import { layOut } from '../../canvas/lay-out.js';
import { placeOfDragged } from '../../canvas/place-at.js';
import { settle } from '../../canvas/settle.js';
import { currentDefinition, edit } from '../store/designer-store.js';
import { moveInto } from '../store/move-into.js';

/** A node as the canvas has it: its place counts from the corner of its frame. */
export interface Dragged {
  readonly id: string;
  readonly position: Position;
}

/** While steps are dragged: shows the frame they would go into. */
export function noteDrag(lead: Dragged, dragged: readonly Dragged[]): void {
  const now = containmentOf(currentDefinition()).places.get(lead.id) ?? ROOT;
  const place = targetOf(lead, dragged);
  noteDropTarget(samePlace(place, now) ? null : place);
}

/** Once, when the drag ends: one gesture is one entry in the history. */
export function commitDrag(lead: Dragged, dragged: readonly Dragged[], onStay: () => void): void {
  noteDropTarget(null);
  const definition = currentDefinition();
  const { places } = containmentOf(definition);
  const now = places.get(lead.id) ?? ROOT;
  const place = targetOf(lead, dragged);
  if (samePlace(place, now)) {
    const at = new Map(dragged.map(({ id, position }) => [id, { x: position.x, y: position.y }]));
    edit({ kind: 'move-steps', positions: settle(definition, at) });
    return;
  }
  const together = dragged.filter(({ id }) => samePlace(places.get(id) ?? ROOT, now));
  const spots = new Map(together.map((node) => [node.id, onCanvas(node)]));
  moveInto([...spots.keys()], place, spots, onStay);
}

/** Where the step under the pointer would go; those dragged with it follow. */
function targetOf(lead: Dragged, dragged: readonly Dragged[]): Place {
  const definition = currentDefinition();
  const size = layOut(definition).get(lead.id)?.box ?? { width: 0, height: 0 };
  const box = { ...onCanvas(lead), width: size.width, height: size.height };
  return placeOfDragged(definition, lead.id, box, new Set(dragged.map(({ id }) => id)));
}

function onCanvas({ id, position }: Dragged): Position {
  const layout = layOut(currentDefinition());
  const parent = layout.get(id)?.place.parent ?? null;
  const origin = (parent === null ? undefined : layout.get(parent)?.box) ?? { x: 0, y: 0 };
  return { x: origin.x + position.x, y: origin.y + position.y };
}
