import { PROBLEM_CODES } from '../index.js';
import type { DraftRow } from '../../test/drafts.js';
import { checkDraft, pass, problemsOf } from '../../test/drafts.js';

const ROWS: readonly DraftRow[] = [
  ['no steps', { steps: [] }, ['NO_STEPS /steps']],
  [
    'a step twice',
    { steps: [pass('a'), pass('a')] },
    ['STEP_UNCONNECTED /steps/0', 'STEP_ID_DUPLICATE /steps/1/id'],
  ],
  ['an unknown type', { steps: [{ id: 'a', type: 'serach' }] }, ['STEP_TYPE_UNKNOWN /steps/0/type']],
  [
    'a type that means nothing',
    { steps: [{ id: 'a', type: 'quantum_leap' }] },
    ['STEP_TYPE_UNKNOWN /steps/0/type'],
  ],
  [
    'settings that are wrong, each at its place',
    { steps: [{ id: 'a', type: 'search', configuration: { limit: 0, mode: 'best', limt: 3 } }] },
    [
      'STEP_SETTING_INVALID /steps/0/configuration/mode',
      'STEP_SETTING_INVALID /steps/0/configuration/limit',
      'STEP_SETTING_UNKNOWN /steps/0/configuration/limt',
    ],
  ],
  [
    'an overlap as big as the chunk',
    { steps: [{ id: 'a', type: 'chunking', configuration: { size: 20 } }] },
    ['STEP_SETTING_INVALID /steps/0/configuration/overlap', 'STEP_INPUT_MISSING /steps/0'],
  ],
  [
    'a template for an unknown setting',
    { steps: [pass('a', { type: 'search', configuration: { lim: '{{ 1 }}' } })] },
    ['STEP_SETTING_UNKNOWN /steps/0/configuration/lim'],
  ],
  [
    'a merge without its expression',
    { steps: [{ id: 'm', type: 'merge', configuration: { mode: 'expression' } }] },
    ['STEP_SETTING_INVALID /steps/0/configuration/expression'],
  ],
  [
    'a case that takes a reserved port',
    { steps: [{ id: 'c', type: 'condition', configuration: { cases: [{ port: 'else', when: 'true' }] } }] },
    [
      'STEP_SETTING_INVALID /steps/0/configuration/cases/0/port',
      'STEP_PORT_DUPLICATE /steps/0/configuration',
      'CONDITION_ELSE_MISSING /steps/0',
      'CONDITION_CASE_UNCONNECTED /steps/0/configuration/cases/0',
    ],
  ],
  [
    'cases that are none',
    { steps: [{ id: 'c', type: 'condition', configuration: { cases: [3, null] } }] },
    [
      'STEP_SETTING_INVALID /steps/0/configuration/cases/0',
      'STEP_SETTING_INVALID /steps/0/configuration/cases/1',
      'CONDITION_ELSE_MISSING /steps/0',
    ],
  ],
  [
    'a condition without a case',
    { steps: [{ id: 'c', type: 'condition' }] },
    ['CONDITION_WITHOUT_CASE /steps/0/configuration/cases'],
  ],
  [
    'a port that a step does not have',
    { steps: [pass('a', { outputs: ['extra'] })] },
    ['STEP_PORT_UNKNOWN /steps/0/outputs'],
  ],
  [
    'a port twice',
    { steps: [pass('a', { type: 'parallel', outputs: ['x', 'x'] })] },
    ['STEP_PORT_DUPLICATE /steps/0/outputs'],
  ],
  ['an input twice', { steps: [pass('a', { inputs: ['x', 'x'] })] }, ['STEP_PORT_DUPLICATE /steps/0/inputs']],
  [
    'a parent that is no container',
    { steps: [pass('a', { parent: 'b' })] },
    ['STEP_PARENT_INVALID /steps/0/parent'],
  ],
  [
    'durations that are none',
    {
      steps: [
        pass('a', {
          timeout: 'soon',
          onError: 'block',
          blockDeadline: '99d',
          retry: { initialInterval: '5', maximumInterval: '1 h' },
        }),
      ],
    },
    [
      'FIELD_VALUE /steps/0/timeout',
      'FIELD_VALUE /steps/0/blockDeadline',
      'FIELD_VALUE /steps/0/retry/initialInterval',
      'FIELD_VALUE /steps/0/retry/maximumInterval',
    ],
  ],
  [
    'an unknown variable',
    { steps: [pass('a', { assign: { total: '1' } })] },
    ['VARIABLE_UNKNOWN /steps/0/assign/total'],
  ],
  [
    'a compensation that is not there',
    { steps: [pass('a', { compensateWith: 'undo' })] },
    ['FIELD_VALUE /steps/0/compensateWith'],
  ],
  [
    'a default output for nothing',
    { steps: [pass('a', { defaultOutput: {} })] },
    ['DEFAULT_OUTPUT_UNUSED /steps/0/defaultOutput'],
  ],
  [
    'defaults of another type',
    {
      inputs: { n: { type: 'number', default: 'x' }, d: { type: 'documents', default: {} } },
      variables: { v: { type: 'array', default: {} }, w: { type: 'string', default: null } },
      steps: [pass('a')],
    },
    ['DEFAULT_TYPE /inputs/n/default', 'DEFAULT_TYPE /inputs/d/default', 'DEFAULT_TYPE /variables/v/default'],
  ],
];

it.each(ROWS)('%s is told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
  for (const problem of expected) expect(Object.keys(PROBLEM_CODES)).toContain(problem.split(' ')[0]);
});

it('says that a setting is needed, rather than what stands there in JavaScript', () => {
  const { problems } = checkDraft({
    steps: [{ id: 'a', type: 'condition', configuration: { cases: [{ port: 'yes' }] } }],
  });

  expect(problems.find(({ code }) => code === 'STEP_SETTING_INVALID')).toMatchObject({
    message: 'cases.0.when: is needed',
    path: '/steps/0/configuration/cases/0/when',
  });
});
