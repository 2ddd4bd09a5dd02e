import type { Plan } from '#definition/plan';
import { checkDefinition, compilePlan } from '#definition';

/** A plan of a definition that is known to be right. */
export function planOf(document: object): Plan {
  const { definition, problems } = checkDefinition({ schemaVersion: 1, ...document });
  const plan = definition === null ? null : compilePlan(definition).plan;
  if (plan === null) throw new Error(`A definition of the bench is wrong: ${JSON.stringify(problems)}`);
  return plan;
}

const compute = (id: string, value: string, more: object = {}) => ({
  id,
  type: 'transform',
  configuration: { values: { value } },
  ...more,
});

/** So many computed steps, one behind the other; the first four hundred compute something, the rest nothing. */
export function chain(length: number): Plan {
  return planOf({
    name: 'chain',
    steps: Array.from({ length }, (_, n) =>
      n < 400 ? compute(`s${n}`, String(n)) : { id: `s${n}`, type: 'parallel' },
    ),
    connections: Array.from({ length: length - 1 }, (_, n) => ({
      sourceStep: `s${n}`,
      targetStep: `s${n + 1}`,
    })),
  });
}

/** A loop whose rounds compute one value. */
export function pureLoop(rounds: number): Plan {
  return planOf({
    name: 'pure loop',
    steps: [
      { id: 'again', type: 'loop', configuration: { mode: 'times', times: String(rounds) } },
      compute('count', 'loop.index + 1', { parent: 'again' }),
    ],
    connections: [],
  });
}

/** A loop over a list, each round of which waits for work. */
export function workLoop(concurrency: number): Plan {
  return planOf({
    name: 'work loop',
    inputs: { items: { type: 'array', required: true } },
    steps: [
      { id: 'each', type: 'loop', configuration: { mode: 'forEach', items: 'input.items', concurrency } },
      {
        id: 'find',
        type: 'search',
        parent: 'each',
        configuration: { query: 'nothing', scope: 'collection' },
      },
    ],
    connections: [],
  });
}
