import type { StepDefinition, WorkflowDefinition } from '#definition';
import { arrangeSteps, placeSteps } from './place-steps.js';

function step(id: string, position?: { x: number; y: number }): StepDefinition {
  return { id, type: 'search', configuration: {}, ...(position ? { position } : {}) };
}

function chain(steps: readonly StepDefinition[]): WorkflowDefinition {
  return {
    schemaVersion: 1,
    inputs: {},
    variables: {},
    steps,
    connections: steps.slice(1).map((target, index) => ({
      id: `c${index}`,
      sourceStep: steps[index]?.id ?? '',
      sourceOutput: 'out',
      targetStep: target.id,
      targetInput: 'in',
    })),
    metadata: {},
  };
}

describe('places of steps', () => {
  it('arranges a chain from left to right on the grid', () => {
    const places = arrangeSteps(chain([step('a'), step('b'), step('c')]));
    const xs = ['a', 'b', 'c'].map((id) => places.get(id)?.x ?? Number.NaN);
    expect(xs).toEqual([...xs].sort((left, right) => left - right));
    expect(new Set(xs).size).toBe(3);
    expect(xs.every((x) => x % 20 === 0)).toBe(true);
  });

  it('keeps what the document says, and places only the rest', () => {
    const places = placeSteps(chain([step('a', { x: 7, y: 9 }), step('b')]));
    expect(places.get('a')).toEqual({ x: 7, y: 9 });
    expect(places.get('b')).toBeDefined();
  });

  it('arranges around a connection that leads nowhere', () => {
    const definition = chain([step('a'), step('b')]);
    const broken = { ...definition.connections[0], id: 'x', targetStep: 'gone' };
    const places = arrangeSteps({ ...definition, connections: [...definition.connections, broken as never] });
    expect(places.size).toBe(2);
  });
});
