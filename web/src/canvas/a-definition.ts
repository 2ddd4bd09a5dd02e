import type { StepDefinition, WorkflowDefinition } from '#definition';

/** A definition for tests; connections are written `from to` or `from.port to`. */
export function aDefinition(
  steps: readonly StepDefinition[],
  connections: readonly string[] = [],
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    inputs: {},
    variables: {},
    steps,
    connections: connections.map((text, index) => {
      const [from = '', targetStep = ''] = text.split(' ');
      const [sourceStep = '', sourceOutput = 'out'] = from.split('.');
      return { id: `c${index}`, sourceStep, sourceOutput, targetStep, targetInput: 'in' };
    }),
    metadata: {},
  };
}
