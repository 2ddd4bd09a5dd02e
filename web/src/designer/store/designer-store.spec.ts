import type { WorkflowDefinition } from '#definition';
import {
  currentDefinition,
  edit,
  isUnsaved,
  markSaved,
  openDocument,
  redo,
  setTags,
  undo,
  useDesigner,
} from './designer-store.js';

const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [{ id: 'find', type: 'search', configuration: {} }],
  connections: [],
  metadata: {},
};

const ids = () => currentDefinition().steps.map(({ id }) => id);

beforeEach(() => openDocument({ definition, tags: [], collectionId: null }));

describe('the designed document', () => {
  it('undoes and redoes a gesture of several edits at once', () => {
    edit(
      { kind: 'add-step', step: { id: 'a', type: 'synthesis', configuration: {} } },
      { kind: 'add-step', step: { id: 'b', type: 'merge', configuration: {} } },
    );
    expect(ids()).toEqual(['find', 'a', 'b']);
    undo();
    expect(ids()).toEqual(['find']);
    redo();
    expect(ids()).toEqual(['find', 'a', 'b']);
  });

  it('keeps steps where they were drawn, from the first edit on', () => {
    expect(currentDefinition().steps[0]?.position).toBeUndefined();
    edit({ kind: 'configure-step', stepId: 'find', set: { name: 'Find' } });
    expect(currentDefinition().steps[0]).toMatchObject({ name: 'Find', position: expect.any(Object) });
    undo();
    expect(currentDefinition()).toBe(definition);
  });

  it('does not count an edit that changes nothing', () => {
    edit({ kind: 'remove-step', stepId: 'gone' });
    expect(isUnsaved(useDesigner.getState())).toBe(false);
    expect(useDesigner.temporal.getState().pastStates).toHaveLength(0);
  });

  it('cannot undo past the opening of another workflow', () => {
    edit({ kind: 'remove-step', stepId: 'find' });
    openDocument({ definition, tags: ['x'], collectionId: null });
    undo();
    expect(ids()).toEqual(['find']);
  });

  it('keeps edits unsaved that were made while a save was on its way', () => {
    setTags(['first']);
    const sent = useDesigner.getState().document;
    setTags(['second']);
    markSaved(sent);
    expect(isUnsaved(useDesigner.getState())).toBe(true);
    undo();
    expect(isUnsaved(useDesigner.getState())).toBe(false);
  });
});
