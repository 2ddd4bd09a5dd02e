import { checkDraft, pass, wire } from '../../../test/drafts.js';
import { decide, gives, proofsOf } from '../../../test/proofs.js';
import type { ProofRow } from '../../../test/proofs.js';

const on = (text: string, condition: string): object => ({ ...wire(text), condition });

const CONTRADICTIONS: readonly ProofRow[] = [
  [
    'a condition in itself',
    { steps: [pass('a', { conditions: ['n > 5 AND n < 3'] })] },
    ['CONDITION_NEVER_HOLDS /steps/0/conditions/0: a'],
  ],
  [
    'conditions beside each other, though each may hold',
    { variables: { v: 'number' }, steps: [pass('a', { conditions: ['v > 5', 'go', 'v < 3'] })] },
    ['CONDITION_NEVER_HOLDS /steps/0/conditions/2: a'],
  ],
  [
    'a rule, a case, a connection and a loop',
    {
      steps: [
        decide('a', { p: 'n = 1 AND n = 2' }),
        {
          id: 'b',
          type: 'validation',
          configuration: { rules: [{ name: 'r', expression: 'go AND NOT go' }] },
        },
        {
          id: 'l',
          type: 'loop',
          configuration: { mode: 'while', condition: 'n < 0 AND n > 0', maximumRounds: 2 },
        },
        pass('x', { parent: 'l' }),
      ],
      connections: [wire('a.p -> b'), on('a.else -> l', 'question = "a" AND question = "b"')],
    },
    [
      'CONDITION_NEVER_HOLDS /steps/0/configuration/cases/0/when: a',
      'CONDITION_NEVER_HOLDS /steps/1/configuration/rules/0/expression: b',
      'CONDITION_NEVER_HOLDS /steps/2/configuration/condition: l',
      'CONDITION_NEVER_HOLDS /connections/1/condition: a l',
    ],
  ],
  [
    'a way that was decided before',
    {
      steps: [
        gives('a'),
        decide('b', { big: 'x > 100' }),
        pass('c'),
        pass('d', { conditions: ['steps.a.x < 50'] }),
      ],
      connections: ['a -> b', 'b.big -> c', 'c -> d'].map(wire),
    },
    ['CONDITION_CONTRADICTS_WAY /steps/3/conditions/0: b c d'],
  ],
  [
    'else: what did not hold before',
    {
      steps: [decide('b', { big: 'n > 100' }), pass('c', { conditions: ['n > 200'] })],
      connections: [wire('b.else -> c')],
    },
    ['CONDITION_CONTRADICTS_WAY /steps/1/conditions/0: b c'],
  ],
  [
    'a case that what came before closes',
    {
      steps: [pass('a', { conditions: ['n < 10'] }), decide('b', { big: 'n > 20', small: 'n > 5' })],
      connections: [wire('a -> b')],
    },
    ['CONDITION_CONTRADICTS_WAY /steps/1/configuration/cases/0/when: a b'],
  ],
  [
    'a connection, after another',
    { steps: [pass('a'), pass('b'), pass('c')], connections: [on('a -> b', 'go'), on('b -> c', 'NOT go')] },
    ['CONDITION_CONTRADICTS_WAY /connections/1/condition: a b c'],
  ],
  [
    'into a container, and inside the rounds of a while',
    {
      steps: [
        decide('b', { big: 'n > 100' }),
        {
          id: 'l',
          type: 'loop',
          configuration: { mode: 'while', condition: 'loop.index < 3 AND go', maximumRounds: 5 },
        },
        pass('x', { parent: 'l', conditions: ['n < 50'] }),
        pass('y', { parent: 'l', conditions: ['NOT go'] }),
      ],
      connections: ['b.big -> l', 'x -> y'].map(wire),
    },
    ['CONDITION_CONTRADICTS_WAY /steps/2/conditions/0: b l x'],
  ],
  [
    'not behind a decision that a failure may have passed over',
    {
      steps: [
        decide('b', { big: 'n > 100' }, { onError: 'continue' }),
        pass('c', { conditions: ['n < 50'] }),
      ],
      connections: [wire('b.big -> c')],
    },
    [],
  ],
  [
    'nor behind a failure, before which nothing had to hold',
    {
      steps: [
        pass('a', { conditions: ['go'] }),
        pass('b', { join: { atLeast: 1 }, conditions: ['n > 5'], onError: 'route' }),
        pass('c', { conditions: ['n < 3'] }),
        pass('d', { conditions: ['NOT go'] }),
        pass('e', { conditions: ['n < 3'] }),
      ],
      connections: ['a -> b', 'b.error -> c', 'c -> d', 'b -> e'].map(wire),
    },
    ['CONDITION_CONTRADICTS_WAY /steps/4/conditions/0: b e'],
  ],
  [
    'only when it is so on every way',
    {
      steps: [
        decide('b', { big: 'n > 100', small: 'n < 10' }),
        pass('c'),
        pass('d', { conditions: ['n = 5'] }),
      ],
      connections: ['b.big -> c', 'b.small -> d', 'c -> d'].map(wire),
    },
    [],
  ],
  [
    'and only what ways have in common',
    {
      steps: [
        decide('b', { big: 'n > 100', small: 'n < 10' }),
        pass('c'),
        pass('d', { conditions: ['n = 50'] }),
      ],
      connections: ['b.big -> c', 'b.small -> d', 'c -> d'].map(wire),
    },
    ['CONDITION_CONTRADICTS_WAY /steps/2/conditions/0: b d'],
  ],
  [
    'not for variables, which may be set in between',
    {
      variables: { v: 'number' },
      steps: [pass('a', { conditions: ['v > 5'] }), pass('b', { conditions: ['v < 3'] })],
      connections: [wire('a -> b')],
    },
    [],
  ],
  [
    'not for what may come to be there, when somebody does not wait for it',
    {
      steps: [
        gives('a'),
        pass('fast'),
        decide('b', { big: 'steps.a.x > 1' }, { join: 'any' }),
        pass('c', { conditions: ['steps.a.x > 1', 'exists(steps.a.x)'] }),
      ],
      connections: ['a -> b', 'fast -> b', 'b.else -> c'].map(wire),
    },
    [],
  ],
  [
    'where a way is closed, only the others count; an every knows what all of them know',
    {
      steps: [
        decide(
          'b',
          { one: 'n > 100', two: 'go' },
          {
            configuration: {
              mode: 'all',
              cases: [
                { port: 'one', when: 'n > 100' },
                { port: 'two', when: 'go' },
              ],
            },
          },
        ),
        pass('c', { join: 'every', conditions: ['n < 5'] }),
        pass('d', { conditions: ['n < 5'] }),
        pass('e'),
      ],
      connections: ['b.one -> c', 'b.two -> c', 'b.one -> d', 'b.error -> d', 'b.else -> e'].map(wire),
    },
    [
      'CONDITION_CONTRADICTS_WAY /steps/1/conditions/0: b c',
      'CONDITION_CONTRADICTS_WAY /steps/2/conditions/0: b d',
    ],
  ],
];

it.each(CONTRADICTIONS)('%s', (_, draft, expected) => {
  expect(proofsOf(draft)).toEqual(expected);
});

it('nothing is proved of a definition with errors', () => {
  const { problems } = checkDraft({
    steps: [pass('a', { conditions: ['1 > 5 AND 1 < 3', 'nope', 'false'] })],
  });
  expect(problems.map(({ code }) => code)).toEqual(['EXPRESSION_NAME_UNKNOWN']);
});

it('says in a sentence what was decided before', () => {
  const { problems } = checkDraft({
    inputs: { n: 'number' },
    steps: [
      decide('b', { big: 'n > 100' }),
      pass('c', { conditions: ['n > 200'] }),
      pass('d', { conditions: ['n < 50'] }),
    ],
    connections: ['b.else -> c', 'b.big -> d'].map(wire),
  });
  expect(problems.map(({ message, severity }) => `${severity}: ${message}`)).toEqual([
    'warning: This can never hold here: "b" has already decided that "n > 100" does not hold.',
    'warning: This can never hold here: "b" has already decided that "n > 100" holds.',
  ]);
});
