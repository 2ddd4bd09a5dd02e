import fc from 'fast-check';
import { checkDefinition, definitionHash, parseDefinition, readDefinition } from '../index.js';
import { startCpu } from '../../test/cpu-time.js';

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

  it('says nothing about meaning when parts are missing', () => {
    const { problems } = checkDefinition({
      schemaVersion: 1,
      steps: [{ type: 'nope' }],
      connections: [{ sourceStep: 'a', targetStep: 'b' }],
    });
    expect(problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
  });
});

describe('a hostile value', () => {
  const circle: Record<string, unknown> = { ...BARE };
  circle['metadata'] = { circle };
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  let wide: unknown[] = [];
  for (let level = 0; level < 30; level += 1) wide = [wide, wide];
  class Odd {
    readonly schemaVersion = 1;
  }
  const throwing = new Proxy(
    {},
    {
      getPrototypeOf: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const getter = Object.defineProperty({ ...BARE }, 'name', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const polluting: unknown = JSON.parse('{"schemaVersion": 1, "steps": [], "__proto__": {"polluted": 1}}');

  it.each<[string, unknown]>([
    ['a circle', circle],
    ['depth', { ...BARE, metadata: deep }],
    ['a tree of the same list', { ...BARE, metadata: { wide } }],
    ['a class', new Odd()],
    ['a map', new Map([['schemaVersion', 1]])],
    ['a date inside', { ...BARE, metadata: { at: new Date() } }],
    ['a proxy that throws', throwing],
    ['a proxy inside', { ...BARE, metadata: throwing }],
    ['a getter', getter],
    ['a function', { ...BARE, name: () => 'x' }],
    ['a symbol', { ...BARE, name: Symbol('x') }],
    ['a big integer', { ...BARE, name: 10n }],
    ['not a number', { ...BARE, metadata: { x: Number.NaN } }],
    ['an endless list', { ...BARE, steps: new Array(4_000_000_000) }],
    ['holes', { ...BARE, steps: new Array(3) }],
    ['a prototype', polluting],
    ['a NUL', { ...BARE, name: 'a\0b' }],
    ['half a character', { ...BARE, name: '\uD800' }],
    ['a NUL in a name', { ...BARE, metadata: { 'a\0': 1 } }],
    ['a long text', { ...BARE, name: 'x'.repeat(2 ** 21) }],
    [
      'many names',
      { ...BARE, metadata: Object.fromEntries(Array.from({ length: 250_000 }, (_, index) => [index, 1])) },
    ],
  ])('%s is refused, quickly', (_, value) => {
    const cpu = startCpu();
    const { valid, problems } = checkDefinition(value);
    expect(cpu()).toBeLessThan(2000);
    expect(valid).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('undefined fields are fields that are not there', () => {
    expect(readDefinition({ ...BARE, name: undefined }).problems).toEqual([]);
  });

  it('never makes it throw', () => {
    const document = fc.oneof(
      fc.anything({
        withBigInt: true,
        withMap: true,
        withDate: true,
        withNullPrototype: true,
        withSparseArray: true,
        maxDepth: 5,
      }),
      fc.record({
        schemaVersion: fc.constantFrom(0, 1, 2, '1'),
        steps: fc.anything(),
        connections: fc.anything(),
        inputs: fc.anything(),
      }),
      fc.record({
        schemaVersion: fc.constant(1),
        steps: fc.array(
          fc.record(
            {
              id: fc.constantFrom('a', 'b', 'c', '', 1),
              type: fc.constantFrom(
                'search',
                'condition',
                'merge',
                'transform',
                'validation',
                'parallel',
                'x',
              ),
              configuration: fc.oneof(
                fc.jsonValue(),
                fc.record(
                  {
                    cases: fc.jsonValue(),
                    rules: fc.jsonValue(),
                    values: fc.jsonValue(),
                    query: fc.string(),
                  },
                  { requiredKeys: [] },
                ),
              ),
              conditions: fc.oneof(fc.string(), fc.jsonValue()),
              join: fc.jsonValue(),
              outputs: fc.jsonValue(),
              assign: fc.dictionary(fc.string(), fc.string()),
            },
            { requiredKeys: ['id', 'type'] },
          ),
        ),
        connections: fc.array(
          fc.record(
            {
              sourceStep: fc.constantFrom('a', 'b', 'c'),
              targetStep: fc.constantFrom('a', 'b', 'c'),
              condition: fc.string(),
            },
            { requiredKeys: ['sourceStep', 'targetStep'] },
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(document, (value) => {
        const { valid, problems } = checkDefinition(value);
        return valid || problems.some(({ severity }) => severity === 'error');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an older document', () => {
  it('of version 0 is brought to the current one', () => {
    const old = {
      schema_version: 0,
      inputs: [{ name: 'question', type: 'string' }],
      variables: [{ name: 'count', type: 'number', default: 0 }],
      steps: [
        { id: 'a.b'.replace('.', '_'), type: 'search', config: { limit: 3 } },
        { id: 'm', type: 'merge' },
      ],
      connections: [{ from: 'a_b.out', to: 'm' }],
    };
    const current = {
      schemaVersion: 1,
      inputs: { question: { type: 'string' } },
      variables: { count: { type: 'number', default: 0 } },
      steps: [
        { id: 'a_b', type: 'search', configuration: { limit: 3 } },
        { id: 'm', type: 'merge' },
      ],
      connections: [{ sourceStep: 'a_b', sourceOutput: 'out', targetStep: 'm' }],
    };
    expect(readDefinition(old)).toEqual(readDefinition(current));
    expect(readDefinition(old).problems).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'inputs of the same name',
      {
        inputs: [
          { name: 'a', type: 'string' },
          { name: 'a', type: 'string' },
        ],
      },
      ['FIELD_TYPE /inputs'],
    ],
    ['inputs without a name', { inputs: [{ type: 'string' }] }, ['FIELD_TYPE /inputs']],
    [
      'ends that are none',
      { connections: [{ from: 1, to: 'a' }, 3] },
      ['FIELD_TYPE /connections/0/sourceStep', 'FIELD_TYPE /connections/1'],
    ],
    ['inputs that are no list', { inputs: 3, steps: 4 }, ['FIELD_TYPE /steps', 'FIELD_TYPE /inputs']],
    [
      'both spellings of the settings',
      { steps: [{ id: 'a', type: 'search', config: {}, configuration: {} }] },
      ['FIELD_UNKNOWN /steps/0/config'],
    ],
    ['no end', { connections: [{ to: 'a.in' }] }, ['FIELD_MISSING /connections/0/sourceStep']],
  ])('with %s has the problems of the current one', (_, more, expected) => {
    expect(codes({ schemaVersion: 0, steps: [], ...more })).toEqual(expected);
  });

  it('keeps its meaning: the hash of version 0 is that of version 1', () => {
    const old = parseDefinition(
      'schemaVersion: 0\nsteps: [{id: a, type: search, config: {limit: 3}}]',
    ).definition;
    const now = parseDefinition(
      'schemaVersion: 1\nsteps: [{id: a, type: search, configuration: {limit: 3}}]',
    ).definition;
    expect(old && definitionHash(old)).toBe(now && definitionHash(now));
  });
});
