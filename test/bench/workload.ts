/** Steps of one execution, in sequence. */
export const STEPS = 10;

/** Executions in flight. */
export const IN_FLIGHT = 20;

/** Activities at once in a fan-out. */
export const FAN = 100;

/** Rounds of the loop. */
export const LOOP_ROUNDS = 1_000;

/** Rows of the bulk run. */
export const BULK_ROWS = 10_000;

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

/** A hundred activities at once, and what brings them together. */
export const FAN_OUT_DEFINITION: NamedDefinition = {
  schemaVersion: 1,
  name: 'Bench: fan out',
  inputs: { start: { type: 'number', required: true } },
  steps: [
    { id: 'fork', type: 'parallel' },
    ...Array.from({ length: FAN }, (_, index) => ({
      id: `find${index}`,
      type: 'search',
      configuration: { query: 'nothing', scope: 'collection' },
    })),
    { id: 'together', type: 'merge', configuration: { mode: 'first' } },
  ],
  connections: Array.from({ length: FAN }, (_, index) => [
    { sourceStep: 'fork', targetStep: `find${index}` },
    { sourceStep: `find${index}`, targetStep: 'together' },
  ]).flat(),
};

/** A thousand rounds that compute one value each. */
export const LOOP_DEFINITION: NamedDefinition = {
  schemaVersion: 1,
  name: 'Bench: loop',
  inputs: { start: { type: 'number', required: true } },
  steps: [
    { id: 'again', type: 'loop', configuration: { mode: 'times', times: String(LOOP_ROUNDS) } },
    {
      id: 'compute',
      type: 'transform',
      parent: 'again',
      configuration: { values: { value: 'loop.index + input.start' } },
    },
  ],
  connections: [],
};

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
