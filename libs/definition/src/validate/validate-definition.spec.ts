import { checkDefinition, PROBLEM_CODES } from '../index.js';
import { startCpu } from '../../test/cpu-time.js';

interface Draft {
  readonly inputs?: object;
  readonly variables?: object;
  readonly steps: readonly object[];
  readonly connections?: readonly object[];
  readonly [field: string]: unknown;
}

function check(draft: Draft) {
  return checkDefinition({ schemaVersion: 1, inputs: { question: 'string' }, ...draft });
}

function codes(draft: Draft): readonly string[] {
  return check(draft).problems.map(({ code, path }) => `${code} ${path}`);
}

/** `a -> b.port` in short. */
function wire(text: string): object {
  const [from = '', to = ''] = text.split(' -> ');
  const [sourceStep, sourceOutput = 'out'] = from.split('.');
  const [targetStep, targetInput = 'in'] = to.split('.');
  return { sourceStep, sourceOutput, targetStep, targetInput };
}

const pass = (id: string, more: object = {}): object => ({ id, type: 'transform', ...more });
const CHAIN = [
  { id: 'read', type: 'document_ingestion' },
  { id: 'cut', type: 'chunking' },
  { id: 'index', type: 'embedding' },
  { id: 'search', type: 'search' },
  { id: 'answer', type: 'synthesis' },
];
const CHAINED = ['read -> cut', 'cut -> index', 'index -> search', 'search -> answer'].map(wire);

describe('a good definition', () => {
  it('of bare steps has no problems', () => {
    expect(check({ steps: CHAIN, connections: CHAINED })).toMatchObject({ valid: true, problems: [] });
  });

  it('with warnings is still valid', () => {
    expect(check({ steps: [{ id: 'a', type: 'chunking' }] })).toMatchObject({ valid: true });
  });
});

describe.each<[string, Draft, readonly string[]]>([
  ['no steps', { steps: [] }, ['NO_STEPS /steps']],
  [
    'a step twice',
    { steps: [pass('a'), pass('a')] },
    ['STEP_UNCONNECTED /steps/0', 'STEP_ID_DUPLICATE /steps/1/id', 'STEP_UNCONNECTED /steps/1'],
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
])('%s', (_, draft, expected) => {
  it('is told with code and place', () => {
    expect(codes(draft)).toEqual(expected);
    for (const { code } of check(draft).problems) expect(Object.keys(PROBLEM_CODES)).toContain(code);
  });
});

describe('what names mean', () => {
  const from = (id: string, value: string): object => pass(id, { configuration: { values: { x: value } } });

  it('a bare name found in two steps before is a problem that says what to write', () => {
    const { problems } = check({
      steps: [from('a', '1'), from('b', '2'), pass('c', { conditions: ['x > 1'] })],
      connections: ['a -> c', 'b -> c'].map(wire),
    });
    expect(problems.map(({ message }) => message)).toEqual([
      '"x" could mean several things; write steps.a.x or steps.b.x.',
    ]);
  });

  it('a bare name of a step further back is a problem that says what to write', () => {
    const { problems } = check({
      steps: [from('a', '1'), pass('b'), pass('c', { conditions: ['x > 1'] })],
      connections: ['a -> b', 'b -> c'].map(wire),
    });
    expect(problems[0]?.message).toBe('"x" is not given by a step right before this; write steps.a.x.');
  });

  it('on a connection, the facts of its source come first, then those right before it', () => {
    const steps = [
      from('a', '1'),
      { id: 'd', type: 'condition', configuration: { cases: [{ port: 'p', when: 'x > 0' }] } },
      pass('e'),
      pass('f'),
    ];
    const connections = [
      wire('a -> d'),
      { ...wire('d.p -> e'), condition: 'chosen = "p"' },
      { ...wire('d.else -> f'), condition: 'x > 0' },
    ];
    expect(codes({ steps, connections })).toEqual([]);
  });

  it('error.* is known everywhere behind an error port', () => {
    const steps = [
      pass('a', { onError: 'route' }),
      pass('b'),
      pass('c', { conditions: ['error.code = "X"'] }),
    ];
    const connections = [
      { ...wire('a.error -> b'), condition: 'error.message <> ""' },
      { ...wire('b -> c'), condition: 'error.step = "a"' },
    ];
    expect(codes({ steps, connections })).toEqual([]);
  });

  it('an assignment sees the facts of its own step', () => {
    expect(
      codes({
        variables: { v: 'number' },
        steps: [pass('a', { configuration: { values: { x: '1' } }, assign: { v: 'x + steps.a.x' } })],
      }),
    ).toEqual([]);
  });

  it('a step id with a hyphen may follow "steps."', () => {
    expect(
      codes({
        steps: [from('a-1', '1'), pass('b', { conditions: ['steps.a-1.x > 0 AND steps["a-1"].x < 2'] })],
        connections: [wire('a-1 -> b')],
      }),
    ).toEqual([]);
  });

  it('a big output can be named in full', () => {
    expect(
      codes({
        steps: [
          { id: 'r', type: 'document_ingestion' },
          { id: 's', type: 'document_ingestion', configuration: { documents: '{{ steps.r.documents }}' } },
        ],
        connections: [wire('r -> s')],
      }),
    ).toEqual([]);
  });

  it('the place of a mistake is that in the text of the user, words and templates included', () => {
    const { problems } = check({
      steps: [
        pass('a', { conditions: ['NOT question = "x" AND nope > 1'] }),
        { id: 's', type: 'search', configuration: { query: 'About {{ question }} and {{ nope }}' } },
      ],
      connections: [wire('a -> s')],
    });
    expect(problems.map(({ span }) => span)).toEqual([
      { start: 23, end: 27 },
      { start: 28, end: 32 },
    ]);
  });

  it('problems name step, connection and field', () => {
    const { problems } = check({
      steps: [{ id: 's', type: 'search', configuration: { limit: 0 } }, pass('b')],
      connections: [{ ...wire('s -> b'), id: 'c', condition: '1' }],
    });
    expect(problems.map(({ stepId, connectionId, field }) => ({ stepId, connectionId, field }))).toEqual([
      { stepId: 's', field: 'limit' },
      { connectionId: 'c' },
    ]);
  });

  it('a long circle is told in short', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `s${index}`);
    const { problems } = check({
      steps: ids.map((id) => pass(id)),
      connections: ids.map((id, index) => wire(`${id} -> ${ids[(index + 1) % 20] ?? ''}`)),
    });
    expect(problems[0]?.message).toContain('s0 → s1 → s2');
    expect(problems[0]?.message).toContain('… → s0');
  });
});

describe('the biggest definition', () => {
  const steps = Array.from({ length: 2000 }, (_, index) =>
    index % 5 === 0 && index > 0
      ? {
          id: `s${index}`,
          type: 'condition',
          configuration: { cases: [{ port: 'p', when: `steps.s${index - 1}.x > 1 AND question <> ""` }] },
        }
      : pass(`s${index}`, index % 5 === 4 ? { configuration: { values: { x: '1' } } } : {}),
  );
  const connections = Array.from({ length: 4000 }, (_, index) => {
    const from = index % 1999;
    const to = index < 1999 ? from + 1 : Math.min(1999, from + 2 + (index % 7));
    return {
      id: `c${index}`,
      sourceStep: `s${from}`,
      sourceOutput: from % 5 === 0 && from > 0 ? 'else' : 'out',
      targetStep: `s${to}`,
    };
  });

  it('is validated in well under a second', () => {
    const draft = {
      steps: steps.map((step, index) => (index > 400 ? { ...step, configuration: {} } : step)),
      connections,
    };
    check(draft);
    const cpu = startCpu();
    const { problems } = check(draft);
    expect(cpu()).toBeLessThan(1000);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('with as many mistakes is told them all as quickly', () => {
    const cpu = startCpu();
    const { problems } = check({
      steps: steps.map((step) => ({ ...step, type: 'nope' })),
      connections: connections.map((connection) => ({ ...connection, targetStep: 'nowhere' })),
    });
    expect(cpu()).toBeLessThan(1000);
    expect(problems.length).toBeGreaterThan(6000);
  });

  it('one step more, or one connection more, is refused', () => {
    expect(codes({ steps: [...steps, pass('more')] })).toEqual(['TOO_MANY_STEPS /steps']);
    expect(codes({ steps, connections: [...connections, wire('s0 -> s1')] })).toEqual([
      'TOO_MANY_CONNECTIONS /connections',
    ]);
  });
});
