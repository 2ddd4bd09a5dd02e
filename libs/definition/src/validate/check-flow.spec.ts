import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { pass, wire, problemsOf } from '../../test/drafts.js';

const ROWS: readonly DraftRow[] = [
  [
    'a connection to nowhere',
    { steps: [pass('a')], connections: [wire('a -> b'), wire('c -> a')] },
    [
      'CONNECTION_STEP_UNKNOWN /connections/0/targetStep',
      'CONNECTION_STEP_UNKNOWN /connections/1/sourceStep',
    ],
  ],
  [
    'a connection to itself',
    { steps: [pass('a')], connections: [wire('a -> a')] },
    ['CYCLE /steps/0', 'CONNECTION_SELF /connections/0'],
  ],
  [
    'ports that are not there',
    { steps: [pass('a'), pass('b')], connections: [wire('a.left -> b.right')] },
    [
      'CONNECTION_PORT_UNKNOWN /connections/0/sourceOutput',
      'CONNECTION_PORT_UNKNOWN /connections/0/targetInput',
    ],
  ],
  [
    'ports that do not fit',
    {
      steps: [
        pass('a', { type: 'parallel', outputs: [{ name: 'out', type: 'text' }] }),
        pass('b', { inputs: [{ name: 'num', type: 'number' }] }),
      ],
      connections: [wire('a -> b.num')],
    },
    ['CONNECTION_PORT_TYPE /connections/0'],
  ],
  [
    'a connection twice',
    { steps: [pass('a'), pass('b')], connections: [wire('a -> b'), wire('a -> b')] },
    ['CONNECTION_DUPLICATE /connections/1'],
  ],
  [
    'an id of a connection twice',
    {
      steps: [pass('a'), pass('b'), pass('c')],
      connections: [
        { ...wire('a -> b'), id: 'x' },
        { ...wire('a -> c'), id: 'x' },
      ],
    },
    ['CONNECTION_ID_DUPLICATE /connections/1/id'],
  ],
  // a -> b -> c -> a, and d behind it
  [
    'a circle',
    {
      steps: ['a', 'b', 'c', 'd'].map((id) => pass(id)),
      connections: ['a -> b', 'b -> c', 'c -> a', 'c -> d'].map(wire),
    },
    ['CYCLE /steps/0', 'STEP_UNREACHABLE /steps/3'],
  ],
  [
    'a join that needs too many',
    { steps: [pass('a'), pass('b', { join: { at_least: 2 } })], connections: [wire('a -> b')] },
    ['JOIN_IMPOSSIBLE /steps/1/join'],
  ],
  [
    'an error port that nothing opens',
    { steps: [pass('a'), pass('b')], connections: [wire('a.error -> b')] },
    ['STEP_NEVER_RUNS /steps/1', 'ERROR_PORT_CLOSED /connections/0'],
  ],
  [
    'a route that leads nowhere',
    { steps: [pass('a', { onError: 'route' })] },
    ['ERROR_PORT_UNUSED /steps/0/onError'],
  ],
  [
    'an else behind a case that always holds',
    {
      steps: [
        { id: 'c', type: 'condition', configuration: { cases: [{ port: 'x', when: 'TRUE' }] } },
        pass('a'),
        pass('b'),
        pass('d'),
      ],
      connections: ['c.x -> a', 'c.else -> b', 'b -> d'].map(wire),
    },
    ['STEP_NEVER_RUNS /steps/2', 'STEP_NEVER_RUNS /steps/3'],
  ],
  ['chunks from nowhere', { steps: [{ id: 'e', type: 'embedding' }] }, ['STEP_INPUT_MISSING /steps/0']],
  [
    'no question',
    {
      inputs: {},
      steps: [
        { id: 's', type: 'search' },
        { id: 'a', type: 'synthesis' },
      ],
      connections: [wire('s -> a')],
    },
    ['STEP_INPUT_MISSING /steps/0/configuration/query', 'STEP_INPUT_MISSING /steps/1/configuration/question'],
  ],
  [
    'two texts, neither called question',
    { inputs: { a: 'string', b: 'string' }, steps: [{ id: 's', type: 'search' }] },
    ['STEP_INPUT_MISSING /steps/0/configuration/query'],
  ],
];

it.each(ROWS)('%s is told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});
