import { ONCE, definition } from '../scenario.js';
import type { Scenarios } from '../scenario.js';

const LONG = 'x'.repeat(40_000);

/** What the workflow itself does wrong: nothing outside of it takes part. */
export const languageScenarios: Scenarios = {
  EXPRESSION_FAILED: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { order: { type: 'object' } },
          steps: [
            { id: 'sum', type: 'transform', configuration: { values: { twice: 'input.order.n * 2' } } },
          ],
        }),
        { input: { order: { n: 'seven' } } },
      ),
    path: 'sum',
  },
  VALIDATION_FAILED: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { count: { type: 'number' } },
          steps: [
            {
              id: 'check',
              type: 'validation',
              configuration: {
                rules: [{ name: 'some', expression: 'input.count > 0' }],
                failWhenInvalid: true,
              },
            },
          ],
        }),
        { input: { count: 0 } },
      ),
    path: 'check',
  },
  JOIN_IMPOSSIBLE: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { go: { type: 'boolean' } },
          steps: [
            {
              id: 'choose',
              type: 'condition',
              configuration: { mode: 'all', cases: ['a', 'b'].map((port) => ({ port, when: 'input.go' })) },
            },
            { id: 'both', type: 'parallel', join: { atLeast: 2 } },
          ],
          connections: ['a', 'b', 'else'].map((sourceOutput) => ({
            sourceStep: 'choose',
            sourceOutput,
            targetStep: 'both',
          })),
        }),
        { input: { go: false } },
      ),
    path: 'both',
  },
  BAD_INPUT: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { name: { type: 'string' } },
          steps: [
            {
              id: 'wait',
              type: 'wait_for_event',
              configuration: { event: '{{ input.name }}', timeout: '1m' },
            },
          ],
        }),
        { input: { name: '' } },
      ),
    path: 'wait',
  },
  DURATION_INVALID: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { pause: { type: 'string' } },
          steps: [{ id: 'wait', type: 'delay', configuration: { duration: '{{ input.pause }}' } }],
        }),
        { input: { pause: 'soon' } },
      ),
    path: 'wait',
  },
  INPUT_TOO_LARGE: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { text: { type: 'string' } },
          steps: [
            {
              id: 'find',
              type: 'search',
              configuration: { query: '{{ input.text }} {{ input.text }}' },
              ...ONCE,
            },
          ],
        }),
        { input: { text: LONG } },
      ),
    path: 'find',
  },
  INPUT_MISSING: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { question: { type: 'string' } },
          steps: [{ id: 'find', type: 'search', configuration: { query: '{{ input.question }}' }, ...ONCE }],
        }),
        { input: { question: '' } },
      ),
    path: 'find',
  },
  OUTPUT_TOO_LARGE: {
    begin: ({ rig }) =>
      rig.run(
        definition({
          inputs: { text: { type: 'string' } },
          steps: [
            {
              id: 'double',
              type: 'transform',
              configuration: { values: { text: 'input.text + input.text' } },
            },
          ],
        }),
        { input: { text: LONG } },
      ),
    path: 'double',
  },
};
