import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { pass, wire, problemsOf } from '../../test/drafts.js';

const ROWS: readonly DraftRow[] = [
  [
    'an expression that cannot be read',
    { steps: [pass('a', { conditions: ['1 +'] })] },
    ['EXPRESSION_SYNTAX /steps/0/conditions/0'],
  ],
  [
    'an expression that is too long',
    { steps: [pass('a', { conditions: [`true${' '.repeat(4096)}`] })] },
    ['EXPRESSION_TOO_LONG /steps/0/conditions/0'],
  ],
  [
    'an expression of the wrong type',
    { steps: [pass('a', { conditions: ['1 + 1', 'question'] })] },
    ['EXPRESSION_TYPE /steps/0/conditions/0', 'EXPRESSION_TYPE /steps/0/conditions/1'],
  ],
  [
    'a value that its variable cannot hold',
    {
      variables: { count: { type: 'number' }, name: { type: 'string' } },
      steps: [pass('a', { assign: { count: '"many"', name: 'question + "?"', none: '1' } })],
    },
    ['VARIABLE_UNKNOWN /steps/0/assign/none', 'EXPRESSION_TYPE /steps/0/assign/count'],
  ],
  [
    'a name that means nothing',
    { steps: [pass('a', { conditions: ['qestion = "x"'] })] },
    ['EXPRESSION_NAME_UNKNOWN /steps/0/conditions/0'],
  ],
  [
    'a name that means two things',
    { variables: { question: { type: 'string' } }, steps: [pass('a', { conditions: ['question = "x"'] })] },
    ['EXPRESSION_NAME_AMBIGUOUS /steps/0/conditions/0'],
  ],
  [
    'a fact of a step that comes later',
    {
      steps: [
        pass('a', { conditions: ['steps.b.x = 1'] }),
        pass('b', { configuration: { values: { x: '1' } } }),
      ],
      connections: [wire('a -> b')],
    },
    ['REFERENCE_NOT_UPSTREAM /steps/0/conditions/0'],
  ],
  [
    'was_skipped of a later step and of none',
    {
      steps: [
        pass('a', { conditions: ['was_skipped(b)', 'was_skipped(zzz)', 'was_skipped(1 + 1)'] }),
        pass('b'),
      ],
      connections: [wire('a -> b')],
    },
    [
      'REFERENCE_NOT_UPSTREAM /steps/0/conditions/0',
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/1',
      'EXPRESSION_TYPE /steps/0/conditions/2',
    ],
  ],
  [
    'names of places that are not here',
    {
      steps: [
        pass('a', {
          conditions: [
            'loop.index > 1',
            'error.code = "x"',
            'values = []',
            'input.nope',
            'variables.nope',
            'steps.nope.x',
            'steps.a.x',
          ],
        }),
      ],
    },
    [
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/0',
      'ERROR_NAME_MISPLACED /steps/0/conditions/1',
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/2',
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/3',
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/4',
      'EXPRESSION_NAME_UNKNOWN /steps/0/conditions/5',
      'REFERENCE_NOT_UPSTREAM /steps/0/conditions/6',
    ],
  ],
  [
    'an unknown field of an error',
    {
      steps: [pass('a', { onError: 'route' }), pass('b', { conditions: ['error.stack = ""'] })],
      connections: [wire('a.error -> b')],
    },
    ['EXPRESSION_NAME_UNKNOWN /steps/1/conditions/0'],
  ],
  [
    'values that need each other',
    { steps: [pass('a', { configuration: { values: { x: 'y', y: 'x', z: '1' } } })] },
    ['TRANSFORM_CYCLE /steps/0/configuration/values/x'],
  ],
  [
    'a value that needs itself',
    { steps: [pass('a', { configuration: { values: { x: 'x + 1' } } })] },
    ['EXPRESSION_NAME_UNKNOWN /steps/0/configuration/values/x'],
  ],
  [
    'a template that is not closed',
    { steps: [{ id: 's', type: 'search', configuration: { query: 'x {{ question' } }] },
    ['TEMPLATE_SYNTAX /steps/0/configuration/query'],
  ],
  [
    'a template with a mistake',
    { steps: [{ id: 's', type: 'search', configuration: { query: 'x {{ qestion }}' } }] },
    ['EXPRESSION_NAME_UNKNOWN /steps/0/configuration/query'],
  ],
  [
    'a condition on a connection',
    { steps: [pass('a'), pass('b')], connections: [{ ...wire('a -> b'), condition: 'nope > 1' }] },
    ['EXPRESSION_NAME_UNKNOWN /connections/0/condition'],
  ],
  [
    'a condition on a connection from nowhere',
    { steps: [pass('b')], connections: [{ ...wire('a -> b'), condition: 'question = steps.b.x' }] },
    ['CONNECTION_STEP_UNKNOWN /connections/0/sourceStep', 'REFERENCE_NOT_UPSTREAM /connections/0/condition'],
  ],
  [
    'too many expressions',
    { steps: [pass('a', { conditions: Array.from({ length: 501 }, () => 'true') })] },
    ['TOO_MANY_EXPRESSIONS '],
  ],
  [
    'too many expressions on connections',
    {
      steps: [pass('a'), pass('b')],
      connections: Array.from({ length: 501 }, (_, id) => ({
        ...wire('a -> b'),
        id: `${id}`,
        condition: 'true',
      })),
    },
    [
      'TOO_MANY_EXPRESSIONS ',
      ...Array.from({ length: 500 }, (_, id) => `CONNECTION_DUPLICATE /connections/${id + 1}`),
    ],
  ],
];

it.each(ROWS)('%s is told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});
