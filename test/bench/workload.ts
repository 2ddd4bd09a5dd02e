/** Steps of one execution, in sequence. */
export const STEPS = 10;

/** Executions in flight. */
export const IN_FLIGHT = 20;

/** A definition as a file would hold it. */
export interface NamedDefinition {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Ten steps that compute one value each: no activity is needed. */
export const PURE_DEFINITION = inSequence('Bench: compute', (index) => ({
  type: 'transform',
  configuration: {
    values: { value: index === 0 ? 'input.start' : `steps.step${index - 1}.value + ${index}` },
  },
}));

/** Ten steps that are activities; the worker of the bench lets them do nothing. */
export const WORK_DEFINITION = inSequence('Bench: work', () => ({
  type: 'search',
  configuration: { query: 'nothing', scope: 'collection' },
}));

function inSequence(name: string, step: (index: number) => object): NamedDefinition {
  return {
    schemaVersion: 1,
    name,
    inputs: { start: { type: 'number', required: true } },
    steps: Array.from({ length: STEPS }, (_, index) => ({ id: `step${index}`, ...step(index) })),
    connections: Array.from({ length: STEPS - 1 }, (_, index) => ({
      sourceStep: `step${index}`,
      targetStep: `step${index + 1}`,
    })),
  };
}
