import { applyEdit } from '#definition';
import type { WorkflowDefinition } from '#definition';
import { freshStepId, newStep, stepsFromText, stepsToText } from './new-steps.js';

const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [
    { id: 'search', type: 'search', configuration: { limit: 3 }, position: { x: 0, y: 0 } },
    { id: 'synthesis', type: 'synthesis', configuration: {}, position: { x: 300, y: 0 } },
    { id: 'other', type: 'merge', configuration: {} },
  ],
  connections: [
    {
      id: 'c1',
      sourceStep: 'search',
      sourceOutput: 'out',
      targetStep: 'synthesis',
      targetInput: 'in',
      condition: 'confidence > 0.5',
    },
    { id: 'c2', sourceStep: 'synthesis', sourceOutput: 'out', targetStep: 'other', targetInput: 'in' },
  ],
  metadata: {},
};

describe('new steps', () => {
  it('get ids of their own', () => {
    expect(freshStepId('merge', new Set())).toBe('merge');
    expect(freshStepId('merge', new Set(['merge', 'merge_2']))).toBe('merge_3');
    expect(freshStepId('merge_2', new Set(['merge', 'merge_2']))).toBe('merge_3');
    expect(newStep(definition, 'search', { x: 1, y: 2 })).toMatchObject({ id: 'search_2', name: 'Search' });
  });
});

describe('copied steps', () => {
  const text = stepsToText(definition, new Set(['search', 'synthesis']));

  it('paste with their inner connections under fresh ids', () => {
    const pasted = stepsFromText(text, definition, { x: 40, y: 40 });
    expect(pasted?.ids).toEqual(['search_2', 'synthesis_2']);
    const after = (pasted?.edits ?? []).reduce(applyEdit, definition);
    expect(after.steps).toHaveLength(5);
    expect(after.steps[3]).toMatchObject({
      id: 'search_2',
      configuration: { limit: 3 },
      position: { x: 40, y: 40 },
    });
    expect(after.connections).toHaveLength(3);
    expect(after.connections[2]).toMatchObject({
      sourceStep: 'search_2',
      targetStep: 'synthesis_2',
      condition: 'confidence > 0.5',
    });
  });

  it('are nothing when the text is something else', () => {
    expect(stepsFromText('hello', definition, { x: 0, y: 0 })).toBeNull();
    expect(
      stepsFromText('{"kind":"sluice/steps","steps":[{}],"connections":[]}', definition, { x: 0, y: 0 }),
    ).toBeNull();
    expect(stepsFromText('"sluice/steps', definition, { x: 0, y: 0 })).toBeNull();
  });
});
