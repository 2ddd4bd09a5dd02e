import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { pass, problemsOf, wire } from '../../test/drafts.js';

const each = (id: string, more: object = {}): object => ({
  id,
  type: 'loop',
  configuration: { items: '[1]' },
  ...more,
});
const guard = (id: string, more: object = {}): object => ({ id, type: 'try', ...more });
const inside = (id: string, parent: string, more: object = {}): object => pass(id, { parent, ...more });

const ROWS: readonly DraftRow[] = [
  [
    'containers in containers',
    {
      steps: [
        inside('x', 'inner'),
        each('inner', { parent: 'guard' }),
        guard('guard'),
        inside('tidy', 'guard', { region: 'finally' }),
      ],
    },
    [],
  ],
  ['a loop without a step', { steps: [each('l')] }, ['CONTAINER_EMPTY /steps/0']],
  [
    'a try with nothing but its finally',
    { steps: [guard('t'), inside('x', 't', { region: 'finally' })] },
    ['CONTAINER_EMPTY /steps/0'],
  ],
  [
    'a body that holds only what undoes',
    {
      steps: [
        guard('t'),
        { id: 'x', type: 'chunking', parent: 't', compensateWith: 'y' },
        { id: 'y', type: 'chunking', parent: 't' },
      ],
    },
    ['STEP_INPUT_MISSING /steps/1', 'STEP_INPUT_MISSING /steps/2'],
  ],
  ['a parent that is not there', { steps: [inside('a', 'b')] }, ['STEP_PARENT_INVALID /steps/0/parent']],
  [
    'a parent that holds nothing',
    { steps: [pass('a'), inside('b', 'a')] },
    ['STEP_UNCONNECTED /steps/0', 'STEP_PARENT_INVALID /steps/1/parent', 'STEP_UNCONNECTED /steps/1'],
  ],
  [
    'a parent of an unknown type, which is the mistake',
    { steps: [{ id: 'a', type: 'looop' }, inside('b', 'a')] },
    ['STEP_TYPE_UNKNOWN /steps/0/type', 'STEP_UNCONNECTED /steps/0', 'STEP_UNCONNECTED /steps/1'],
  ],
  [
    'a region of a loop',
    { steps: [each('l'), inside('a', 'l', { region: 'finally' })] },
    ['STEP_REGION_INVALID /steps/1/region'],
  ],
  [
    'a region of nothing, but body is the default',
    { steps: [pass('a', { region: 'finally' }), pass('b', { region: 'body' })] },
    ['STEP_REGION_INVALID /steps/0/region', 'STEP_UNCONNECTED /steps/0', 'STEP_UNCONNECTED /steps/1'],
  ],
  [
    'containers that stand in each other',
    {
      steps: [
        inside('x', 'b'),
        each('a', { parent: 'b' }),
        guard('b', { parent: 'a' }),
        each('c', { parent: 'c' }),
      ],
    },
    ['STEP_PARENT_CIRCLE /steps/1/parent', 'STEP_PARENT_CIRCLE /steps/3/parent'],
  ],
  [
    'connections across borders',
    {
      steps: [
        pass('a'),
        guard('t'),
        inside('x', 't'),
        inside('y', 't', { region: 'finally' }),
        each('l', { parent: 't' }),
        inside('z', 'l'),
      ],
      connections: ['a -> x', 'x -> y', 'z -> a', 'x -> l'].map(wire),
    },
    [
      'STEP_UNCONNECTED /steps/1',
      'CONNECTION_CROSSES_SCOPE /connections/0',
      'CONNECTION_CROSSES_SCOPE /connections/1',
      'CONNECTION_CROSSES_SCOPE /connections/2',
    ],
  ],
  [
    'a circle inside a loop, and a step by itself',
    {
      steps: [each('l'), ...['x', 'y', 'z'].map((id) => inside(id, 'l'))],
      connections: ['x -> y', 'y -> x'].map(wire),
    },
    ['CYCLE /steps/1', 'STEP_UNCONNECTED /steps/3'],
  ],
  [
    'what works on nothing inside, and on what a try handed on',
    {
      steps: [
        { id: 'read', type: 'document_ingestion' },
        guard('t'),
        { id: 'cut', type: 'chunking', parent: 't' },
        { id: 'index', type: 'embedding' },
        each('l'),
        { id: 'cut2', type: 'chunking', parent: 'l' },
        { id: 'index2', type: 'embedding' },
      ],
      connections: ['read -> t', 't.done -> index', 'read -> l', 'l.done -> index2'].map(wire),
    },
    ['STEP_INPUT_MISSING /steps/6'],
  ],
];

it.each(ROWS)('%s: told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});

it.each([
  [16, []],
  [17, ['STEP_NESTING_TOO_DEEP /steps/17/parent']],
  [40, ['STEP_NESTING_TOO_DEEP /steps/17/parent']],
])('steps stand in at most 16 containers: %s', (depth, expected) => {
  const loops = Array.from({ length: depth }, (_, index) =>
    each(`l${index}`, index > 0 ? { parent: `l${index - 1}` } : {}),
  );
  expect(problemsOf({ steps: [...loops, inside('x', `l${depth - 1}`)] })).toEqual(expected);
});
