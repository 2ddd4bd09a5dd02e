import type { JsonObject } from '#definition';
import { definition } from '../scenario.js';
import type { Scenarios } from '../scenario.js';

/** Loops over what cannot be looped over, too long, and with rounds that fail. */
export const loopScenarios: Scenarios = {
  LOOP_INPUT_INVALID: {
    begin: ({ rig }) =>
      rig.run(looping({ mode: 'forEach', items: 'input.order.lines' }, '1'), {
        input: { order: { lines: 'a' } },
      }),
    path: 'each',
  },
  LOOP_EXHAUSTED: {
    begin: ({ rig }) =>
      rig.run(looping({ mode: 'until', condition: 'input.order.done', maximumRounds: 1 }, '1'), {
        input: { order: { done: false } },
      }),
    path: 'each',
  },
  ITEMS_FAILED: {
    begin: ({ rig }) =>
      rig.run(
        looping({ mode: 'forEach', items: 'input.order.lines', itemErrors: 'collect' }, 'loop.item * 2'),
        {
          input: { order: { lines: [1, 'two'] } },
        },
      ),
    path: 'each',
  },
};

function looping(configuration: JsonObject, value: string): string {
  return definition({
    inputs: { order: { type: 'object' } },
    steps: [
      { id: 'each', type: 'loop', configuration },
      { id: 'note', type: 'transform', parent: 'each', configuration: { values: { value } } },
    ],
  });
}
