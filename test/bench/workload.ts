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

/** Rounds of the long loop. */
export const LONG_LOOP_ROUNDS = 100_000;

/** Items of the long list, each of which is one activity, and how many are in flight. */
export const ITEMS = 20_000;
export const ITEMS_IN_FLIGHT = 50;

/** How the list is cut up by hand: child workflows of so many items, and so many of them at once. */
export const PARTITION = 200;
export const PARTITIONS_IN_FLIGHT = 5;

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
export const LOOP_DEFINITION = loopOf('Bench: loop', LOOP_ROUNDS);

/** A hundred thousand of them. */
export const LONG_LOOP_DEFINITION = loopOf('Bench: long loop', LONG_LOOP_ROUNDS);

/** A list, each item of which is one activity. */
export const ITEMS_DEFINITION: NamedDefinition = {
  schemaVersion: 1,
  name: 'Bench: items',
  inputs: { start: { type: 'number', required: true }, items: { type: 'array', required: true } },
  steps: [
    {
      id: 'each',
      type: 'loop',
      configuration: { mode: 'forEach', items: 'input.items', concurrency: ITEMS_IN_FLIGHT },
    },
    {
      id: 'find',
      type: 'search',
      parent: 'each',
      configuration: { query: 'nothing', scope: 'collection' },
    },
  ],
  connections: [],
};

function loopOf(name: string, rounds: number): NamedDefinition {
  return {
    schemaVersion: 1,
    name,
    inputs: { start: { type: 'number', required: true } },
    steps: [
      { id: 'again', type: 'loop', configuration: { mode: 'times', times: String(rounds) } },
      {
        id: 'compute',
        type: 'transform',
        parent: 'again',
        configuration: { values: { value: 'loop.index + input.start' } },
      },
    ],
    connections: [],
  };
}

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
