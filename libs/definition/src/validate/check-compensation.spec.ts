import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { pass, problemsOf, wire } from '../../test/drafts.js';

const call = (id: string, more: object = {}): object => ({
  id,
  type: 'http_request',
  configuration: { url: 'https://example.org' },
  ...more,
});

const ROWS: readonly DraftRow[] = [
  [
    'a step that undoes another is neither unreachable nor unconnected',
    {
      steps: [call('book', { compensateWith: 'cancel' }), call('cancel'), pass('end')],
      connections: [wire('book -> end')],
    },
    [],
  ],
  [
    'it reads what it undoes, by bare name as well, and all before that',
    {
      steps: [
        pass('a', { configuration: { values: { order: '1' } } }),
        call('book', { compensateWith: 'cancel' }),
        call('cancel', {
          configuration: {
            url: 'https://example.org/{{ status }}/{{ steps.book.body.id }}/{{ steps.a.order }}/{{ order }}',
          },
        }),
      ],
      connections: [wire('a -> book')],
    },
    [],
  ],
  [
    'a step that is not there',
    { steps: [pass('a', { compensateWith: 'undo' })] },
    ['FIELD_VALUE /steps/0/compensateWith'],
  ],
  [
    'itself',
    { steps: [call('a', { compensateWith: 'a' })] },
    ['COMPENSATION_INVALID /steps/0/compensateWith'],
  ],
  [
    'a step that does no work',
    { steps: [call('a', { compensateWith: 'b' }), pass('b')] },
    ['COMPENSATION_INVALID /steps/0/compensateWith'],
  ],
  [
    'a step of an unknown type, which is the mistake',
    { steps: [call('a', { compensateWith: 'b' }), { id: 'b', type: 'nope' }] },
    ['STEP_TYPE_UNKNOWN /steps/1/type'],
  ],
  [
    'a step in another region',
    {
      steps: [
        { id: 't', type: 'try' },
        call('a', { parent: 't', compensateWith: 'b' }),
        call('b', { parent: 't', region: 'finally' }),
      ],
    },
    ['COMPENSATION_INVALID /steps/1/compensateWith'],
  ],
  [
    'two steps that share one',
    {
      steps: [call('a', { compensateWith: 'c' }), call('b', { compensateWith: 'c' }), call('c')],
      connections: [wire('a -> b')],
    },
    ['COMPENSATION_SHARED /steps/1/compensateWith'],
  ],
  [
    'one that is undone itself',
    { steps: [call('a', { compensateWith: 'b' }), call('b', { compensateWith: 'c' }), call('c')] },
    ['COMPENSATION_INVALID /steps/1/compensateWith'],
  ],
  [
    'one that is connected',
    {
      steps: [call('a', { compensateWith: 'b' }), call('b'), pass('c')],
      connections: ['a -> b', 'b -> c'].map(wire),
    },
    ['COMPENSATION_CONNECTED /connections/0', 'COMPENSATION_CONNECTED /connections/1'],
  ],
  [
    'fields that mean nothing on it, and one that cannot be',
    {
      steps: [
        call('a', { compensateWith: 'b' }),
        call('b', { join: 'any', conditions: ['true'], onError: 'block' }),
      ],
    },
    [
      'BLOCK_NOT_ALLOWED /steps/1/onError',
      'COMPENSATION_FIELD_UNUSED /steps/1/conditions',
      'COMPENSATION_FIELD_UNUSED /steps/1/join',
    ],
  ],
];

it.each(ROWS)('%s: told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});
