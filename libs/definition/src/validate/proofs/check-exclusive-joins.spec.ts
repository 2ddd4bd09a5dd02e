import { pass, wire } from '../../../test/drafts.js';
import { decide, gives, proofsOf } from '../../../test/proofs.js';
import type { ProofRow } from '../../../test/proofs.js';

const on = (text: string, condition: string): object => ({ ...wire(text), condition });

const JOINS: readonly ProofRow[] = [
  [
    'ways of one condition',
    {
      steps: [decide('b', { p: 'go' }), pass('c'), pass('d'), pass('e', { join: 'every' })],
      connections: ['b.p -> c', 'b.else -> d', 'c -> e', 'd -> e'].map(wire),
    },
    ['JOIN_NEVER_FIRES /steps/3/join: c d e'],
  ],
  [
    'success and failure of one step',
    {
      steps: [gives('a', { onError: 'route' }), pass('b'), pass('c', { join: { atLeast: 2 } })],
      connections: [on('a -> b', 'x > 1'), wire('a.error -> c'), wire('b -> c')],
    },
    ['JOIN_NEVER_FIRES /steps/2/join: a b c'],
  ],
  [
    'answers of a person',
    {
      steps: [{ id: 'ask', type: 'approval' }, pass('c', { join: 'every' })],
      connections: ['ask.approved -> c', 'ask.rejected -> c'].map(wire),
    },
    ['JOIN_NEVER_FIRES /steps/1/join: ask c'],
  ],
  [
    'conditions that exclude each other',
    {
      steps: [
        { id: 'p', type: 'parallel' },
        pass('c', { conditions: ['n > 5'] }),
        pass('d', { conditions: ['n < 5'] }),
        pass('e', { join: 'every' }),
      ],
      connections: ['p -> c', 'p -> d', 'c -> e', 'd -> e'].map(wire),
    },
    ['JOIN_NEVER_FIRES /steps/3/join: c d e'],
  ],
  [
    'but two of three may meet',
    {
      steps: [decide('b', { p: 'go' }), pass('c'), pass('d'), pass('f'), pass('e', { join: { atLeast: 2 } })],
      connections: ['b.p -> c', 'b.p -> f', 'b.else -> d', 'c -> e', 'd -> e', 'f -> e'].map(wire),
    },
    [],
  ],
  [
    'and all of a parallel',
    {
      steps: [{ id: 'p', type: 'parallel', outputs: ['a', 'b'] }, pass('e', { join: 'every' })],
      connections: ['p.a -> e', 'p.b -> e'].map(wire),
    },
    [],
  ],
];

it.each(JOINS)('%s', (_, draft, expected) => {
  expect(proofsOf(draft)).toEqual(expected);
});
