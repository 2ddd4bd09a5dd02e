import { checkDefinition, readDefinition } from '../index.js';

const BARE = { schemaVersion: 1, steps: [{ id: 'a', type: 'transform' }] };

function codes(value: unknown): readonly string[] {
  return readDefinition(value).problems.map(({ code, path }) => `${code} ${path}`);
}

function step(fields: object): unknown {
  return { schemaVersion: 1, steps: [{ id: 'a', type: 'transform', ...fields }] };
}

describe('readDefinition', () => {
  it('fills in what a newcomer leaves out', () => {
    expect(
      readDefinition({
        ...BARE,
        connections: [
          { sourceStep: 'a', targetStep: 'b' },
          { sourceStep: 'a', targetStep: 'b' },
        ],
      }),
    ).toEqual({
      problems: [],
      definition: {
        schemaVersion: 1,
        inputs: {},
        variables: {},
        metadata: {},
        steps: [{ id: 'a', type: 'transform', configuration: {} }],
        connections: [
          { id: 'a.out->b.in', sourceStep: 'a', sourceOutput: 'out', targetStep: 'b', targetInput: 'in' },
          { id: 'a.out->b.in#2', sourceStep: 'a', sourceOutput: 'out', targetStep: 'b', targetInput: 'in' },
        ],
      },
    });
  });

  it('accepts the snake_case spelling of every field, of settings and of words', () => {
    const snake = {
      schema_version: 1,
      inputs: { q: { type: 'string', required: true } },
      steps: [
        {
          id: 'a',
          type: 'search',
          on_error: 'route',
          join: { at_least: 1 },
          retry: {
            maximum_attempts: 2,
            initial_interval: '1s',
            backoff_coefficient: 2,
            maximum_interval: '5s',
            non_retryable: ['X'],
          },
          configuration: { minimum_score: 0.5 },
          block_deadline: '1d',
          default_output: {},
          compensate_with: 'a',
        },
        { id: 'm', type: 'merge', configuration: { mode: 'deep_merge' } },
      ],
      connections: [{ source_step: 'a', source_output: 'out', target_step: 'm', target_input: 'in' }],
    };
    const camel = {
      schemaVersion: 1,
      inputs: { q: { type: 'string', required: true } },
      steps: [
        {
          id: 'a',
          type: 'search',
          onError: 'route',
          join: { atLeast: 1 },
          retry: {
            maximumAttempts: 2,
            initialInterval: '1s',
            backoffCoefficient: 2,
            maximumInterval: '5s',
            nonRetryable: ['X'],
          },
          configuration: { minimumScore: 0.5 },
          blockDeadline: '1d',
          defaultOutput: {},
          compensateWith: 'a',
        },
        { id: 'm', type: 'merge', configuration: { mode: 'deepMerge' } },
      ],
      connections: [{ sourceStep: 'a', targetStep: 'm' }],
    };
    expect(readDefinition(snake)).toEqual(readDefinition(camel));
    expect(readDefinition(snake).problems).toEqual([]);
  });

  it('takes short forms: a type for a declaration, a name for a port, one condition for a list', () => {
    const { definition } = readDefinition({
      schemaVersion: 1,
      inputs: { q: 'string' },
      variables: { v: 'number', w: { type: 'array', default: [], scope: 'temporary' } },
      steps: [
        {
          id: 'a',
          type: 'parallel',
          outputs: ['x', { name: 'y', type: 'any', description: 'd' }],
          conditions: 'true',
          position: { x: 1, y: 2 },
        },
      ],
    });
    expect(definition).toMatchObject({
      inputs: { q: { type: 'string' } },
      variables: { v: { type: 'number' }, w: { type: 'array', default: [], scope: 'temporary' } },
      steps: [
        {
          outputs: [{ name: 'x' }, { name: 'y', type: 'any', description: 'd' }],
          conditions: ['true'],
          position: { x: 1, y: 2 },
        },
      ],
    });
  });

  it('leaves settings of unknown types of steps as they are', () => {
    const { definition } = readDefinition({
      schemaVersion: 1,
      steps: [{ id: 'a', type: 'later', configuration: { some_thing: 1 } }],
    });
    expect(definition?.steps[0]?.configuration).toEqual({ some_thing: 1 });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['a text', 'hello', ['FIELD_TYPE ']],
    ['nothing', undefined, ['NOT_JSON ']],
    ['no version', { steps: [] }, ['SCHEMA_VERSION_MISSING /schemaVersion']],
    ['a later version', { schemaVersion: 2, steps: [] }, ['SCHEMA_VERSION_UNSUPPORTED /schemaVersion']],
    [
      'a version that is a text',
      { schema_version: '1', steps: [] },
      ['SCHEMA_VERSION_UNSUPPORTED /schema_version'],
    ],
    ['no steps', { schemaVersion: 1 }, ['FIELD_MISSING /steps']],
    ['steps of null', { schemaVersion: 1, steps: null }, ['FIELD_MISSING /steps']],
    ['steps that are none', { schemaVersion: 1, steps: {} }, ['FIELD_TYPE /steps']],
    [
      'a step that is none',
      { schemaVersion: 1, steps: [null, 3] },
      ['FIELD_TYPE /steps/0', 'FIELD_TYPE /steps/1'],
    ],
    ['an unknown field', { ...BARE, colour: 'red' }, ['FIELD_UNKNOWN /colour']],
    [
      'a field in two spellings',
      { ...BARE, connections: [{ sourceStep: 'a', source_step: 'a', targetStep: 'a' }] },
      ['DUPLICATE_KEY /connections/0/source_step'],
    ],
    [
      'a setting in two spellings',
      {
        schemaVersion: 1,
        steps: [{ id: 's', type: 'search', configuration: { minimumScore: 0, minimum_score: 1 } }],
      },
      ['DUPLICATE_KEY /steps/0/configuration/minimum_score'],
    ],
    [
      'a step without id and type',
      { schemaVersion: 1, steps: [{}] },
      ['FIELD_MISSING /steps/0/id', 'FIELD_MISSING /steps/0/type'],
    ],
    [
      'an id that is a number',
      { schemaVersion: 1, steps: [{ id: 1, type: 'x' }] },
      ['FIELD_TYPE /steps/0/id'],
    ],
    [
      'an id with a slash',
      { schemaVersion: 1, steps: [{ id: 'a/b', type: 'x' }] },
      ['NAME_INVALID /steps/0/id'],
    ],
    [
      'an empty id',
      { schemaVersion: 1, steps: [{ id: '', type: null }] },
      ['FIELD_MISSING /steps/0/id', 'FIELD_MISSING /steps/0/type'],
    ],
    ['a name that is a list', step({ name: [] }), ['FIELD_TYPE /steps/0/name']],
    ['half a position', step({ position: { x: 1 } }), ['FIELD_MISSING /steps/0/position/y']],
    ['a position of words', step({ position: { x: 'left', y: 0 } }), ['FIELD_TYPE /steps/0/position/x']],
    ['a region that is none', step({ region: 'head' }), ['FIELD_VALUE /steps/0/region']],
    ['a join that is none', step({ join: 'most' }), ['FIELD_VALUE /steps/0/join']],
    ['a join without a number', step({ join: {} }), ['FIELD_VALUE /steps/0/join/atLeast']],
    ['a join of half', step({ join: { atLeast: 0.5 } }), ['FIELD_VALUE /steps/0/join/atLeast']],
    [
      'too many attempts',
      step({ retry: { maximumAttempts: 0, backoffCoefficient: 0.5 } }),
      ['FIELD_VALUE /steps/0/retry/maximumAttempts', 'FIELD_VALUE /steps/0/retry/backoffCoefficient'],
    ],
    ['conditions that are none', step({ conditions: [1] }), ['FIELD_TYPE /steps/0/conditions/0']],
    ['an assignment that is none', step({ assign: { v: 1 } }), ['FIELD_TYPE /steps/0/assign/v']],
    [
      'ports that are none',
      step({ outputs: [1, {}, 'a b', { name: '' }] }),
      [
        'FIELD_TYPE /steps/0/outputs/0',
        'FIELD_MISSING /steps/0/outputs/1/name',
        'NAME_INVALID /steps/0/outputs/2',
        'NAME_INVALID /steps/0/outputs/3',
      ],
    ],
    [
      'a connection without ends',
      { ...BARE, connections: [{}, { sourceStep: 1, targetStep: null }] },
      [
        'FIELD_MISSING /connections/0/sourceStep',
        'FIELD_MISSING /connections/0/targetStep',
        'FIELD_TYPE /connections/1/sourceStep',
        'FIELD_MISSING /connections/1/targetStep',
      ],
    ],
    [
      'a connection without a usable id',
      { ...BARE, connections: [{ id: '', sourceStep: 'a', targetStep: 'a' }] },
      ['NAME_INVALID /connections/0/id'],
    ],
    [
      'an input without a type',
      { ...BARE, inputs: { a: {}, b: 3, c: 'file', 'd e': 'string' } },
      [
        'FIELD_MISSING /inputs/a/type',
        'FIELD_TYPE /inputs/b',
        'FIELD_VALUE /inputs/c/type',
        'NAME_INVALID /inputs/d e',
      ],
    ],
    [
      'an input whose type is null',
      { ...BARE, inputs: { a: { type: null } } },
      ['FIELD_MISSING /inputs/a/type'],
    ],
    [
      'a variable of documents',
      { ...BARE, variables: { a: 'documents' } },
      ['FIELD_VALUE /variables/a/type'],
    ],
    ['big metadata', { ...BARE, metadata: { a: 'x'.repeat(17_000) } }, ['METADATA_TOO_BIG /metadata']],
  ])('refuses %s, with its place', (_, value, expected) => {
    expect(codes(value)).toEqual(expected);
    expect(readDefinition(value).definition).toBeNull();
  });
});

describe('checkDefinition', () => {
  it('tells mistakes of spelling and of meaning at once', () => {
    const { problems } = checkDefinition({ schemaVersion: 1, colour: 1, steps: [{ id: 'a', type: 'nope' }] });
    expect(problems.map(({ code }) => code)).toEqual(['FIELD_UNKNOWN', 'STEP_TYPE_UNKNOWN']);
  });

  it('says what is certain when parts are missing', () => {
    const { problems } = checkDefinition({
      schemaVersion: 1,
      steps: [{ type: 'nope' }, { id: 'b', type: 'search', conditions: ['confidence > 1'] }],
      connections: [{ sourceStep: 'b', targetStep: 'c' }],
    });
    expect(problems.map(({ code }) => code)).toEqual([
      'FIELD_MISSING',
      'STEP_TYPE_UNKNOWN',
      'CONNECTION_STEP_UNKNOWN',
    ]);
  });
});
