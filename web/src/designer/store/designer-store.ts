import { temporal } from 'zundo';
import { create } from 'zustand';
import { applyEdit } from '#definition';
import type { Edit, WorkflowDefinition } from '#definition';
import { makeRoom } from '../../canvas/make-room.js';
import { withPlaces } from '../../canvas/place-steps.js';

/** What is designed: the definition, and what the workflow carries beside it. Undo goes over all of it. */
export interface DesignDocument {
  readonly definition: WorkflowDefinition;
  readonly tags: readonly string[];
  readonly collectionId: string | null;
}

interface DesignerState {
  readonly document: DesignDocument;
  /** As the API last had it; the same object as `document` when nothing is unsaved. */
  readonly saved: DesignDocument;
}

const empty: DesignDocument = {
  definition: { schemaVersion: 1, inputs: {}, variables: {}, steps: [], connections: [], metadata: {} },
  tags: [],
  collectionId: null,
};

/** How many gestures can be undone. */
const UNDO_DEPTH = 100;

/**
 * The designed document alone. Selection, viewport and measured sizes live in the canvas, so that undo
 * brings back exactly what was drawn.
 */
export const useDesigner = create<DesignerState>()(
  temporal((): DesignerState => ({ document: empty, saved: empty }), {
    partialize: ({ document }) => ({ document }),
    equality: (past, current) => past.document === current.document,
    limit: UNDO_DEPTH,
  }),
);

/** Begins with a document as the API gave it; nothing before it can be undone. */
export function openDocument(document: DesignDocument): void {
  useDesigner.setState({ document, saved: document });
  useDesigner.temporal.getState().clear();
}

/**
 * Performs edits as one gesture. Steps that had no place yet keep the one they were drawn at; from then on
 * nothing has to be laid out again. What a frame would cover because it has grown is moved aside.
 */
export function edit(...edits: readonly Edit[]): void {
  const { document } = useDesigner.getState();
  if (edits.reduce(applyEdit, document.definition) === document.definition) return;
  const before = withPlaces(document.definition);
  const definition = makeRoom(before, edits.reduce(applyEdit, before));
  useDesigner.setState({ document: { ...document, definition } });
}

/** Puts another definition in the place of this one, as one gesture. */
export function replaceDefinition(definition: WorkflowDefinition): void {
  const { document } = useDesigner.getState();
  useDesigner.setState({ document: { ...document, definition } });
}

export function setTags(tags: readonly string[]): void {
  const { document } = useDesigner.getState();
  useDesigner.setState({ document: { ...document, tags } });
}

export function setCollection(collectionId: string | null): void {
  const { document } = useDesigner.getState();
  useDesigner.setState({ document: { ...document, collectionId } });
}

/** Notes that the API has this document now; edits made meanwhile stay unsaved. */
export function markSaved(document: DesignDocument): void {
  useDesigner.setState({ saved: document });
}

export function undo(): void {
  useDesigner.temporal.getState().undo();
}

export function redo(): void {
  useDesigner.temporal.getState().redo();
}

/** The definition as it is now, for handlers that must not draw again with it. */
export function currentDefinition(): WorkflowDefinition {
  return useDesigner.getState().document.definition;
}

export function isUnsaved(state: DesignerState): boolean {
  return state.document !== state.saved;
}
