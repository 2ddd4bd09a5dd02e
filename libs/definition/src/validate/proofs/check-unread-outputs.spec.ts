import { pass, wire } from '../../../test/drafts.js';
import { gives, proofsOf } from '../../../test/proofs.js';
import type { ProofRow } from '../../../test/proofs.js';

const UNREAD: readonly ProofRow[] = [
  [
    'a value on the way that nobody takes',
    { steps: [gives('a'), pass('b')], connections: [wire('a -> b')] },
    ['STEP_OUTPUT_UNREAD /steps/0: a b'],
  ],
  [
    'but not one that is read further on, set aside, or brought together',
    {
      variables: { v: 'number' },
      steps: [
        gives('a'),
        gives('b', { assign: { v: 'x' } }),
        gives('c'),
        { id: 'm', type: 'merge' },
        pass('d', { conditions: ['steps.a.x > 1'] }),
      ],
      connections: ['a -> b', 'b -> c', 'c -> m', 'm -> d'].map(wire),
    },
    [],
  ],
  [
    'nor one that nothing follows, or that gives nothing',
    { steps: [pass('a'), gives('b')], connections: [wire('a -> b')] },
    [],
  ],
  [
    'a check without consequences, but not one that fails',
    {
      steps: [
        { id: 'a', type: 'validation', configuration: { rules: [] } },
        { id: 'b', type: 'validation', configuration: { rules: [], failWhenInvalid: true } },
        pass('c'),
      ],
      connections: ['a -> b', 'b -> c'].map(wire),
    },
    ['STEP_OUTPUT_UNREAD /steps/0: a b'],
  ],
  [
    'passages that no answer is written from',
    {
      steps: [{ id: 's', type: 'search' }, pass('a'), pass('b')],
      connections: ['s -> a', 'a -> b'].map(wire),
    },
    ['STEP_OUTPUT_UNREAD /steps/0: s a'],
  ],
  [
    'but not those that work is done with, here or behind a container',
    {
      steps: [
        { id: 's', type: 'search' },
        pass('a'),
        { id: 'w', type: 'synthesis' },
        { id: 't', type: 'try' },
        { id: 'u', type: 'search', parent: 't' },
        pass('v', { parent: 't' }),
      ],
      connections: ['s -> a', 'a -> w', 'w -> t', 'u -> v'].map(wire),
    },
    [],
  ],
  [
    'a request that only asks, but not one that changes something',
    {
      steps: [
        { id: 'a', type: 'http_request', configuration: { url: 'https://example.org' } },
        { id: 'b', type: 'http_request', configuration: { url: 'https://example.org', method: 'POST' } },
        pass('c'),
      ],
      connections: ['a -> b', 'b -> c'].map(wire),
    },
    ['STEP_OUTPUT_UNREAD /steps/0: a b'],
  ],
];

it.each(UNREAD)('%s', (_, draft, expected) => {
  expect(proofsOf(draft)).toEqual(expected);
});
