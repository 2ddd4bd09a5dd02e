import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { containmentOf, inside } from '../../canvas/containment.js';
import { plural } from '../../ui/format.js';
import { currentDefinition, edit } from './designer-store.js';
import { nameOf } from './place-names.js';
import { requestSelection } from './selection-store.js';

/** Deletes steps and connections as one gesture; asks before a container goes with the steps in it. */
export function removeSteps(stepIds: readonly string[], connectionIds: readonly string[] = []): void {
  const definition = currentDefinition();
  const containment = containmentOf(definition);
  const chosen = new Set(stepIds);
  const along = new Set(stepIds.flatMap((id) => inside(containment, id)).filter((id) => !chosen.has(id)));
  const perform = () => {
    edit(
      ...connectionIds.map((connectionId) => ({ kind: 'disconnect' as const, connectionId })),
      ...stepIds.map((stepId) => ({ kind: 'remove-step' as const, stepId })),
    );
    requestSelection([]);
  };
  if (along.size === 0) {
    perform();
    return;
  }
  const name = stepIds.length === 1 ? `“${nameOf(definition, stepIds[0] ?? '')}”` : 'these steps';
  modals.openConfirmModal({
    title: `Delete ${name} with what stands inside?`,
    children: (
      <Text size="sm">
        {plural(along.size, 'step')} inside {along.size === 1 ? 'is' : 'are'} deleted as well. Undo brings
        everything back.
      </Text>
    ),
    labels: { confirm: `Delete ${plural(along.size + stepIds.length, 'step')}`, cancel: 'Keep' },
    confirmProps: { color: 'red' },
    onConfirm: perform,
  });
}
