import { pass, wire } from '../../../test/drafts.js';
import { decide, gives, proofsOf } from '../../../test/proofs.js';
import type { ProofRow } from '../../../test/proofs.js';

const on = (text: string, condition: string): object => ({ ...wire(text), condition });

const loop = (configuration: object): object => ({
  id: 'l',
  type: 'loop',
  configuration: { maximumRounds: 9, ...configuration },
});
const round = (values: object, more: object = {}): object =>
  pass('x', { parent: 'l', configuration: { values }, ...more });

const ENDLESS: readonly ProofRow[] = [
  [
    'while over an input',
    { steps: [loop({ mode: 'while', condition: 'n > 1' }), round({ y: 'loop.index' })] },
    ['LOOP_NEVER_ENDS /steps/0/configuration/condition: l x'],
  ],
  [
    'while true',
    { steps: [loop({ mode: 'while', condition: 'true' }), round({ y: '1' })] },
    ['LOOP_NEVER_ENDS /steps/0/configuration/condition: l x'],
  ],
  [
    'while true, but it can be left',
    {
      steps: [
        loop({ mode: 'while', condition: 'true' }),
        decide('x', { break: 'loop.index > 3' }, { parent: 'l' }),
      ],
    },
    [],
  ],
  [
    'while true, left by a loop inside only',
    {
      steps: [
        loop({ mode: 'while', condition: 'true' }),
        { id: 'm', type: 'loop', parent: 'l', configuration: { mode: 'times', times: 3 } },
        decide('x', { break: 'loop.index > 1' }, { parent: 'm' }),
      ],
    },
    ['LOOP_NEVER_ENDS /steps/0/configuration/condition: l m x'],
  ],
  [
    'while over a variable that is set before only',
    {
      variables: { v: 'number' },
      steps: [
        gives('a', { assign: { v: 'x' } }),
        loop({ mode: 'while', condition: 'v > 1' }),
        round({ y: '1' }),
      ],
      connections: [wire('a -> l')],
    },
    ['LOOP_NEVER_ENDS /steps/1/configuration/condition: l x'],
  ],
  [
    'while over a variable that a round sets, or something beside the loop',
    {
      variables: { v: 'number', w: 'number' },
      steps: [
        loop({ mode: 'while', condition: 'v > 1' }),
        round({ y: '1' }, { assign: { v: 'y' } }),
        { ...loop({ mode: 'while', condition: 'w > 1' }), id: 'm' },
        pass('z', { parent: 'm' }),
        gives('b', { assign: { w: 'x' } }),
      ],
    },
    [],
  ],
  [
    'until over what is the same in every round',
    {
      steps: [
        gives('a'),
        loop({ mode: 'until', condition: 'y > 1' }),
        round({ y: 'x + n' }, { conditions: ['go'] }),
      ],
      connections: [wire('a -> l')],
    },
    ['LOOP_NEVER_ENDS /steps/1/configuration/condition: l x'],
  ],
  [
    'until over the number of the round, or what comes of it',
    {
      steps: [
        loop({ mode: 'until', condition: 'steps.z.v > 1' }),
        round({ y: 'loop.index' }),
        pass('z', { parent: 'l', configuration: { values: { v: '1' } } }),
      ],
      connections: [on('x -> z', 'y > 3')],
    },
    [],
  ],
  [
    'until over the answer of another system',
    {
      steps: [
        loop({ mode: 'until', condition: 'status = 200' }),
        { id: 'x', type: 'http_request', parent: 'l', configuration: { url: 'https://example.org' } },
      ],
    },
    [],
  ],
  [
    'until over whether a step was skipped',
    {
      steps: [
        loop({ mode: 'until', condition: 'was_skipped(x)' }),
        round({ y: '1' }, { conditions: ['loop.index < 3'] }),
      ],
    },
    [],
  ],
  [
    'until true, which is one round',
    { steps: [loop({ mode: 'until', condition: 'true' }), round({ y: '1' })] },
    [],
  ],
  [
    'until never',
    { steps: [loop({ mode: 'until', condition: 'n > 1 AND n < 0' }), round({ y: '1' })] },
    ['LOOP_NEVER_ENDS /steps/0/configuration/condition: l x'],
  ],
];

it.each(ENDLESS)('%s', (_, draft, expected) => {
  expect(proofsOf(draft)).toEqual(expected);
});
