import { checkDefinition, LIMITS } from './index.js';

function places(input: unknown): readonly string[] {
  return checkDefinition(input).problems.map(({ code, path }) => `${code} ${path}`);
}

function errors(input: unknown): readonly string[] {
  const { problems } = checkDefinition(input);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
}

describe('all problems at once', () => {
  it('goes on when a step has no id or type, and when an entry is no object', () => {
    const document = {
      schemaVersion: 1,
      foo: 1,
      inputs: { question: { type: 'strin' } },
      steps: [
        { id: 'x', type: 'serach' },
        { id: 'y', type: 'search', configuration: { limt: 3 } },
        { type: 'search', timeout: 'soon' },
        { id: 'z' },
        null,
        { id: 'a b', type: 'search' },
        { id: 'w', type: 'transform', configuration: { values: { one: '1 +' } } },
      ],
      connections: [
        { sourceStep: 'x' },
        7,
        { sourceStep: 'a b', targetStep: 'y', targetInput: 'zz' },
        { sourceStep: 'nowhere', targetStep: 'y' },
      ],
    };

    expect(places(document)).toEqual([
      'FIELD_UNKNOWN /foo',
      'FIELD_VALUE /inputs/question/type',
      'STEP_TYPE_UNKNOWN /steps/0/type',
      'STEP_SETTING_UNKNOWN /steps/1/configuration/limt',
      'FIELD_MISSING /steps/2/id',
      'FIELD_VALUE /steps/2/timeout',
      'FIELD_MISSING /steps/3/type',
      'FIELD_TYPE /steps/4',
      'NAME_INVALID /steps/5/id',
      'EXPRESSION_SYNTAX /steps/6/configuration/values/one',
      'FIELD_MISSING /connections/0/targetStep',
      'FIELD_TYPE /connections/1',
      'CONNECTION_PORT_UNKNOWN /connections/2/targetInput',
      'CONNECTION_STEP_UNKNOWN /connections/3/sourceStep',
    ]);
  });

  it('mixes what reading and validating find in definition order', () => {
    expect(
      places({
        metadata: { __proto__: null, ['constructor']: 1 },
        schemaVersion: 1,
        steps: [
          { id: 'a', type: 'parallel', outputs: ['x', 'x'] },
          { id: 'b', type: 'parallel', colour: 'red' },
          { id: 'b', type: 'parallel' },
        ],
        connections: [{ sourceStep: 'a', sourceOutput: 'x', targetStep: 'b', when: '1' }],
      }),
    ).toEqual([
      'STEP_PORT_DUPLICATE /steps/0/outputs',
      'FIELD_UNKNOWN /steps/1/colour',
      'STEP_ID_DUPLICATE /steps/2/id',
      'FIELD_UNKNOWN /connections/0/when',
      'FORBIDDEN_NAME /metadata/constructor',
    ]);
  });

  it.each([
    [
      'JSON',
      '{"schemaVersion":1,"steps":[{"id":"a","id":"b","type":"parallel","type":"x"}],"steps":[],"z":1}',
    ],
    ['YAML', 'schemaVersion: 1\nsteps:\n- id: a\n  id: b\n  type: parallel\n  type: x\nsteps: []\nz: 1\n'],
  ])('names every key that stands twice in %s, and what else is wrong', (_, text) => {
    const { valid, definition, problems } = checkDefinition(text);

    expect({ valid, definition }).toEqual({ valid: false, definition: null });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'FIELD_UNKNOWN /z',
      'DUPLICATE_KEY /steps',
      'DUPLICATE_KEY /steps/0/id',
      'DUPLICATE_KEY /steps/0/type',
    ]);
  });

  it('names every circle', () => {
    const steps = ['a', 'b', 'c', 'd', 'e', 'behind'].map((id) => ({ id, type: 'parallel' }));
    const pairs = [
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'd'],
      ['d', 'e'],
      ['e', 'c'],
      ['d', 'c'],
      ['e', 'behind'],
    ];
    const connections = pairs.map(([sourceStep, targetStep]) => ({ sourceStep, targetStep }));

    expect(errors({ schemaVersion: 1, steps, connections })).toEqual([
      'CYCLE /steps/0',
      'CYCLE /steps/2',
      'STEP_UNREACHABLE /steps/5',
    ]);
  });

  it('looks at the rest of a document that does not say its version', () => {
    expect(places({ steps: [{ id: 'a', type: 'zzz' }] })).toEqual([
      'SCHEMA_VERSION_MISSING /schemaVersion',
      'STEP_TYPE_UNKNOWN /steps/0/type',
    ]);
  });

  it('blames the unknown type of a step, not its ports and facts', () => {
    expect(
      errors({
        schemaVersion: 1,
        steps: [
          { id: 'a', type: 'serach' },
          {
            id: 'b',
            type: 'transform',
            configuration: { values: { one: 'confidence', two: 'steps.a.top' } },
          },
        ],
        connections: [{ sourceStep: 'a', sourceOutput: 'found', targetStep: 'b', condition: 'certain' }],
      }),
    ).toEqual(['STEP_TYPE_UNKNOWN /steps/0/type']);
  });

  it('checks the expressions of a step whose id is taken, as if it stood at the place of the first', () => {
    expect(
      places({
        schemaVersion: 1,
        inputs: { question: 'string' },
        steps: [
          { id: 'find', type: 'search' },
          { id: 'b', type: 'transform', configuration: { values: { one: 'confidence' } } },
          {
            id: 'b',
            type: 'transform',
            configuration: { values: { one: 'confidence', two: '2 +', x: 'y', y: 'x' } },
          },
        ],
        connections: [{ sourceStep: 'find', targetStep: 'b' }],
      }),
    ).toEqual([
      'STEP_ID_DUPLICATE /steps/2/id',
      'EXPRESSION_SYNTAX /steps/2/configuration/values/two',
      'TRANSFORM_CYCLE /steps/2/configuration/values/x',
    ]);
  });
});

describe('names that mean something to JavaScript', () => {
  it.each(['__proto__', 'prototype', 'constructor'])(
    'refuses %s as an id, an input, a variable and a port',
    (name) => {
      const declared = Object.fromEntries([[name, { type: 'string' }]]);

      expect(
        errors({
          schemaVersion: 1,
          inputs: declared,
          variables: declared,
          steps: [
            { id: name, type: 'parallel', outputs: [name] },
            { id: 'b', type: 'condition', configuration: { cases: [{ port: name, when: 'true' }] } },
          ],
          connections: [],
        }),
      ).toEqual([
        `FORBIDDEN_NAME /inputs/${name}`,
        `FORBIDDEN_NAME /variables/${name}`,
        'FORBIDDEN_NAME /steps/0/id',
        'FORBIDDEN_NAME /steps/0/outputs/0',
        'STEP_SETTING_INVALID /steps/1/configuration/cases/0/port',
      ]);
    },
  );
});

describe('bounds', () => {
  const filled = (size: number): string => {
    const text = (name: string): string =>
      JSON.stringify({ schemaVersion: 1, steps: [], connections: [], name });
    return text('x'.repeat(size - text('').length));
  };

  it('takes exactly 1 MiB', () => {
    expect(errors(filled(LIMITS.textBytes))).toEqual([]);
    expect(errors(filled(LIMITS.textBytes + 1))).toEqual(['TEXT_TOO_LONG ']);
  });

  const expression = (length: number, letter: string): object => ({
    schemaVersion: 1,
    steps: [{ id: 't', type: 'transform', configuration: { values: { v: `"${letter.repeat(length)}"` } } }],
  });

  it('counts an expression in bytes and says once that it is too long', () => {
    expect(errors(expression(4094, 'x'))).toEqual([]);
    expect(errors(expression(4095, 'x'))).toEqual(['EXPRESSION_TOO_LONG /steps/0/configuration/values/v']);
    expect(errors(expression(2048, 'é'))).toEqual(['EXPRESSION_TOO_LONG /steps/0/configuration/values/v']);
  });

  it('counts metadata in bytes', () => {
    const metadata = (letters: number): object => ({
      schemaVersion: 1,
      steps: [],
      metadata: { a: 'é'.repeat(letters) },
    });

    expect(errors(metadata(8180))).toEqual([]);
    expect(errors(metadata(9000))).toEqual(['METADATA_TOO_BIG /metadata']);
  });
});

describe('YAML', () => {
  it('may be written on one line, without quotes', () => {
    expect(checkDefinition('{schemaVersion: 1, steps: [{id: a, type: parallel}]}').valid).toBe(true);
  });

  it('holds nothing when it holds a comment only', () => {
    expect(places('# nothing\n')).toEqual(['TEXT_EMPTY ']);
  });
});
