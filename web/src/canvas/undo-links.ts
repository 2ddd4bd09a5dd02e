import type { Edge } from '@xyflow/react';

/** What ties a step to the one that undoes it: no connection, and nothing flows along it. */
export type UndoEdge = Edge<Record<string, never>, 'undo'>;

/** Ends of such a link: below the step, and above the one that undoes it. */
export const UNDO_SOURCE = 'undo-source';
export const UNDO_TARGET = 'undo-target';

/** @param undoes by id of a step that only undoes another, the id of that one */
export function projectUndoLinks(
  undoes: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Edge>,
): readonly UndoEdge[] {
  return [...undoes].map(([handler, undone]) => {
    const id = `undo:${handler}`;
    const old = known.get(id);
    if (old?.source === undone && old.target === handler) return old as UndoEdge;
    return {
      id,
      type: 'undo' as const,
      source: undone,
      sourceHandle: UNDO_SOURCE,
      target: handler,
      targetHandle: UNDO_TARGET,
      selectable: false,
      deletable: false,
      focusable: false,
      data: {},
    };
  });
}
