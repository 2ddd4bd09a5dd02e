import type { Workload } from './workload.js';
import { seenStep } from './workload.js';

const AT_A_TIME = 8;
const INNER = [1, 2, 3, 4, 5];

/**
 *   fork -> left  -+
 *        -> right -+-> together
 *        -> each [ inner [ call ] ] -> total
 */
export function fanOut(origin: string, executions: number, items: number): Workload {
  return {
    executions,
    input: (start) => ({ start, items: Array.from({ length: items }, (_, index) => start + index) }),
    definition: {
      schemaVersion: 1,
      name: 'Branches and loops',
      inputs: { start: { type: 'number', required: true }, items: { type: 'array', required: true } },
      steps: [
        { id: 'fork', type: 'parallel' },
        seenStep('left', `${origin}/step`, 'input.start'),
        seenStep('right', `${origin}/step`, 'input.start + 1'),
        { id: 'together', type: 'merge' },
        {
          id: 'each',
          type: 'loop',
          configuration: { items: 'input.items', concurrency: AT_A_TIME, result: 'sum(results)' },
        },
        {
          id: 'inner',
          type: 'loop',
          parent: 'each',
          configuration: { items: JSON.stringify(INNER), result: 'body.value' },
        },
        seenStep('call', `${origin}/step`, 'loop.item', { parent: 'inner' }),
        {
          id: 'total',
          type: 'transform',
          configuration: { values: { total: 'sum(results)', all: 'results' } },
        },
      ],
      connections: [
        { sourceStep: 'fork', targetStep: 'left' },
        { sourceStep: 'fork', targetStep: 'right' },
        { sourceStep: 'fork', targetStep: 'each' },
        { sourceStep: 'left', targetStep: 'together' },
        { sourceStep: 'right', targetStep: 'together' },
        { sourceStep: 'each', sourceOutput: 'done', targetStep: 'total' },
      ],
    },
  };
}
