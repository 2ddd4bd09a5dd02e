import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { applyEdit } from '#definition';
import type { Edit, Position, WorkflowDefinition } from '#definition';
import type { Place } from '../../canvas/containment.js';
import { layOut } from '../../canvas/lay-out.js';
import { settle } from '../../canvas/settle.js';
import { plural } from '../../ui/format.js';
import { currentDefinition, edit } from './designer-store.js';
import { roomAt } from './free-place.js';
import { nameOf, placeName } from './place-names.js';

/**
 * Moves steps into a container or out of one, as one gesture. Connections that would cross its border go: that
 * is said before, and can be undone.
 * @param spots where they were put on the canvas; without one a step goes beside what stands there
 * @param onStay called when somebody thinks better of it
 */
export function moveInto(
  stepIds: readonly string[],
  place: Place,
  spots: ReadonlyMap<string, Position> | null,
  onStay: () => void = () => undefined,
): void {
  const definition = currentDefinition();
  const moved = applyEdit(definition, intoOf(stepIds, place));
  const cut = definition.connections.length - moved.connections.length;
  const perform = () => edit(...editsFor(stepIds, place, spots));
  if (cut === 0) {
    perform();
    return;
  }
  const what =
    stepIds.length === 1 ? `“${nameOf(definition, stepIds[0] ?? '')}”` : plural(stepIds.length, 'step');
  modals.openConfirmModal({
    title:
      place.parent === null
        ? `Take ${what} out of the frame?`
        : `Move ${what} into ${placeName(definition, place)}?`,
    children: (
      <Text size="sm">
        {plural(cut, 'connection')} would lead across the border of a frame, where none can.{' '}
        {cut === 1 ? 'It is' : 'They are'} removed; undo brings {cut === 1 ? 'it' : 'them'} back.
      </Text>
    ),
    labels: { confirm: 'Move', cancel: 'Leave it where it was' },
    onConfirm: perform,
    onCancel: onStay,
    onClose: onStay,
  });
}

function intoOf(stepIds: readonly string[], { parent, region }: Place): Edit {
  return { kind: 'move-into', stepIds, parent, region };
}

function editsFor(
  stepIds: readonly string[],
  place: Place,
  spots: ReadonlyMap<string, Position> | null,
): readonly Edit[] {
  const definition = currentDefinition();
  const into = intoOf(stepIds, place);
  const moved = applyEdit(definition, into);
  return [
    into,
    { kind: 'move-steps', positions: settle(moved, spotsIn(definition, moved, stepIds, place, spots)) },
  ];
}

/** Where all steps were drawn before, and those that move where they were put, from the corner of their new frame. */
function spotsIn(
  definition: WorkflowDefinition,
  moved: WorkflowDefinition,
  stepIds: readonly string[],
  place: Place,
  spots: ReadonlyMap<string, Position> | null,
): ReadonlyMap<string, Position> {
  const before = layOut(definition);
  const at = new Map([...before].map(([id, drawn]) => [id, drawn.at]));
  const origin = (place.parent === null ? undefined : before.get(place.parent)?.box) ?? { x: 0, y: 0 };
  for (const id of stepIds) {
    const drawn = before.get(id);
    if (!drawn) continue;
    const spot = roomAt(definition, place, spots?.get(id), drawn.box);
    at.set(id, { x: spot.x - origin.x, y: spot.y - origin.y });
  }
  // What undoes a step goes along, at the same distance.
  for (const { id } of moved.steps) {
    const drawn = before.get(id);
    const undone = drawn?.undoes == null ? undefined : before.get(drawn.undoes);
    const spot = undone && at.get(undone.step.id);
    if (!drawn || !undone || !spot || stepIds.includes(id) || !stepIds.includes(undone.step.id)) continue;
    at.set(id, {
      x: spot.x + drawn.box.x - undone.box.x,
      y: spot.y + drawn.box.y - undone.box.y,
    });
  }
  return at;
}
