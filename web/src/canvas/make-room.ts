import { applyEdit } from '#definition';
import type { Position, WorkflowDefinition } from '#definition';
import { containmentOf, isContainer, samePlace } from './containment.js';
import type { Box } from './free-lane.js';
import { GRID } from './geometry.js';
import { layOut } from './lay-out.js';
import type { Layout } from './lay-out.js';

/**
 * The definition with steps moved aside that a frame would cover because it has grown: those to the right of it
 * go on to the right, those below it further down. Frames around them grow in turn.
 */
export function makeRoom(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDefinition {
  if (!after.steps.some(isContainer)) return after;
  const former = layOut(before);
  let definition = after;
  for (const { id } of [...containmentOf(after).outsideIn].reverse()) {
    const positions = pushed(former, definition, id);
    if (positions) definition = applyEdit(definition, { kind: 'move-steps', positions });
  }
  return definition;
}

function pushed(
  former: Layout,
  definition: WorkflowDefinition,
  id: string,
): Readonly<Record<string, Position>> | null {
  const layout = layOut(definition);
  const [was, is] = [former.get(id), layout.get(id)];
  if (!was?.frame || !is?.frame || !samePlace(was.place, is.place)) return null;
  const siblings = [...layout.values()].filter(
    ({ step, place }) => step.id !== id && samePlace(place, is.place),
  );
  if (!siblings.some(({ box }) => covers(is.box, box))) return null;
  // Measured where the frame is now: it may have been moved by the frame around it.
  const oldRight = is.box.x + was.box.width;
  const oldBottom = is.box.y + was.box.height;
  const right = Math.ceil(Math.max(0, is.box.width - was.box.width) / GRID) * GRID;
  const down = Math.ceil(Math.max(0, is.box.height - was.box.height) / GRID) * GRID;
  const positions = siblings.flatMap(({ step, at, box }) => {
    if (right > 0 && box.x >= oldRight - GRID) return [[step.id, { x: at.x + right, y: at.y }] as const];
    if (down > 0 && box.y >= oldBottom - GRID) return [[step.id, { x: at.x, y: at.y + down }] as const];
    return [];
  });
  return positions.length === 0 ? null : Object.fromEntries(positions);
}

function covers(frame: Box, box: Box): boolean {
  return (
    frame.x < box.x + box.width &&
    box.x < frame.x + frame.width + GRID &&
    frame.y < box.y + box.height &&
    box.y < frame.y + frame.height + GRID
  );
}
