import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { pass, problemsOf, wire } from '../../test/drafts.js';

const leave = (id: string, ports: readonly string[], more: object = {}): object => ({
  id,
  type: 'condition',
  configuration: { cases: ports.map((port, at) => ({ port, when: `loop.index = ${at}` })) },
  ...more,
});
const times = (id: string, more: object = {}): object => ({
  id,
  type: 'loop',
  configuration: { mode: 'times', times: 5 },
  ...more,
});

const ROWS: readonly DraftRow[] = [
  [
    'leaving a round needs no connection, also from a try inside it',
    {
      steps: [
        times('l'),
        leave('a', ['break', 'continue'], { parent: 'l' }),
        { id: 't', type: 'try', parent: 'l' },
        leave('b', ['break'], { parent: 't' }),
      ],
      connections: [wire('a.else -> t')],
    },
    [],
  ],
  [
    'other cases beside it are still asked about',
    { steps: [times('l'), leave('a', ['break', 'more'], { parent: 'l' })] },
    ['CONDITION_ELSE_MISSING /steps/1', 'CONDITION_CASE_UNCONNECTED /steps/1/configuration/cases/1'],
  ],
  [
    'outside of a loop',
    {
      steps: [
        {
          id: 'a',
          type: 'condition',
          configuration: { cases: [{ port: 'break', when: 'true' }, { port: 'x', when: 'true' }, 3] },
        },
        pass('b'),
        pass('c'),
      ],
      connections: ['a.x -> b', 'a.else -> c'].map(wire),
    },
    [
      'STEP_SETTING_INVALID /steps/0/configuration/cases/2',
      'LOOP_PORT_MISPLACED /steps/0/configuration/cases/0/port',
      'STEP_NEVER_RUNS /steps/2',
    ],
  ],
  [
    'a connection from it',
    {
      steps: [times('l'), leave('a', ['break'], { parent: 'l' }), pass('b', { parent: 'l' })],
      connections: [wire('a.break -> b')],
    },
    ['LOOP_PORT_CONNECTED /connections/0/sourceOutput'],
  ],
];

it.each(ROWS)('%s: told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});
