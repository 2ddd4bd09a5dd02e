import { applyEdit } from '#definition';
import type { WorkflowDefinition } from '#definition';
import { projectConnections, projectSteps } from './project-graph.js';
import { NO_MARK } from './step-mark.js';

const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [
    { id: 'find', type: 'search', configuration: {}, position: { x: 0, y: 0 } },
    { id: 'answer', type: 'synthesis', configuration: {}, position: { x: 400, y: 0 } },
  ],
  connections: [
    { id: 'c1', sourceStep: 'find', sourceOutput: 'out', targetStep: 'answer', targetInput: 'in' },
  ],
  metadata: {},
};

describe('projectSteps', () => {
  it('keeps the nodes of untouched steps, with their selection', () => {
    const before = projectSteps(definition, []).map((node) => ({ ...node, selected: true }));
    const edited = applyEdit(definition, { kind: 'configure-step', stepId: 'find', set: { name: 'Find' } });
    const [find, answer] = projectSteps(edited, before);
    expect(answer).toBe(before[1]);
    expect(find).not.toBe(before[0]);
    expect(find).toMatchObject({ selected: true, data: { step: { name: 'Find' } } });
  });

  it('draws only the node again whose mark changed', () => {
    const before = projectSteps(definition, []);
    const after = projectSteps(definition, before, (id) =>
      id === 'find' ? { ...NO_MARK, errors: 1 } : NO_MARK,
    );
    expect(after[0]?.data.mark.errors).toBe(1);
    expect(after[1]).toBe(before[1]);
  });

  it('shows the error port once errors are routed or used', () => {
    const routed = applyEdit(definition, {
      kind: 'configure-step',
      stepId: 'find',
      set: { onError: 'route' },
    });
    const names = (of: WorkflowDefinition) =>
      projectSteps(of, [])[0]?.data.ports.outputs.map(({ name }) => name);
    expect(names(definition)).toEqual(['out']);
    expect(names(routed)).toEqual(['out', 'error']);
  });

  it('grows with its ports', () => {
    const cases = [
      { port: 'sure', when: 'true' },
      { port: 'unsure', when: 'false' },
    ];
    const decide = {
      ...definition,
      steps: [{ id: 'd', type: 'condition', configuration: { cases } }],
      connections: [],
    };
    const plain = projectSteps(definition, [])[0]?.height ?? 0;
    expect(projectSteps(decide, [])[0]?.height).toBe(plain + 2 * 22);
  });
});

describe('projectConnections', () => {
  it('keeps an edge until its condition or look changes', () => {
    const before = projectConnections(definition, []);
    expect(projectConnections(definition, before)[0]).toBe(before[0]);
    expect(projectConnections(definition, before, () => 'live')[0]?.data?.look).toBe('live');
    const edited = applyEdit(definition, {
      kind: 'set-connection-condition',
      connectionId: 'c1',
      condition: 'confidence > 0.5',
    });
    expect(projectConnections(edited, before)[0]?.data?.condition).toBe('confidence > 0.5');
  });

  it('leaves out a connection to a step that is not there', () => {
    const torn = { ...definition, steps: definition.steps.slice(0, 1) };
    expect(projectConnections(torn, [])).toEqual([]);
  });
});
