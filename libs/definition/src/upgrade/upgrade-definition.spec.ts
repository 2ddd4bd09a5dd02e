import { definitionHash, parseDefinition, readDefinition } from '../index.js';

function codes(value: unknown): readonly string[] {
  return readDefinition(value).problems.map(({ code, path }) => `${code} ${path}`);
}

describe('an older document', () => {
  it('of version 0 is brought to the current one', () => {
    const old = {
      schema_version: 0,
      inputs: [{ name: 'question', type: 'string' }],
      variables: [{ name: 'count', type: 'number', default: 0 }],
      steps: [
        { id: 'a_b', type: 'search', config: { limit: 3 } },
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
    ['inputs that are no list', { inputs: 3, steps: 4 }, ['FIELD_TYPE /inputs', 'FIELD_TYPE /steps']],
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
