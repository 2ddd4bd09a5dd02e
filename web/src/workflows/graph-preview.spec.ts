import type { WorkflowDefinition } from '#definition';
import { previewGraph } from './graph-preview.js';

const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [
    { id: 'find', type: 'search', configuration: {}, position: { x: 0, y: 0 } },
    { id: 'answer', type: 'synthesis', configuration: {}, position: { x: 400, y: 0 } },
    { id: 'odd', type: 'not_a_type', configuration: {}, position: { x: 400, y: 200 } },
  ],
  connections: [
    { id: 'c1', sourceStep: 'find', sourceOutput: 'out', targetStep: 'answer', targetInput: 'in' },
    {
      id: 'c2',
      sourceStep: 'find',
      sourceOutput: 'out',
      targetStep: 'odd',
      targetInput: 'in',
      condition: 'confidence < 0.2',
    },
    { id: 'c3', sourceStep: 'find', sourceOutput: 'out', targetStep: 'gone', targetInput: 'in' },
  ],
  metadata: {},
};

describe('previewGraph', () => {
  it('draws a box a step, in the colour of what it is about', () => {
    const boxes = previewGraph(definition)?.boxes.map(({ id, x, y, category }) => ({ id, x, y, category }));
    expect(boxes).toEqual([
      { id: 'find', x: 0, y: 0, category: 'answers' },
      { id: 'answer', x: 400, y: 0, category: 'answers' },
      { id: 'odd', x: 400, y: 200, category: 'unknown' },
    ]);
  });

  it('draws lines between ports, and none to a step that is not there', () => {
    const lines = previewGraph(definition)?.lines;
    expect(lines?.map(({ id, conditional }) => [id, conditional])).toEqual([
      ['c1', false],
      ['c2', true],
    ]);
    expect(lines?.[0]?.path).toMatch(/^M212,69 C/);
  });

  it('frames everything with room to spare', () => {
    const [left, top, width, height] = (previewGraph(definition)?.viewBox ?? '').split(' ').map(Number);
    expect(left).toBeLessThan(0);
    expect(top).toBeLessThan(0);
    expect(width).toBeGreaterThan(612);
    expect(height).toBeGreaterThan(200);
  });

  it('draws nothing of an empty workflow', () => {
    expect(previewGraph({ ...definition, steps: [], connections: [] })).toBeNull();
  });
});
