import { parseDefinition } from '../index.js';

const JSON_TEXT = '{"schemaVersion": 1, "steps": [{"id": "a", "type": "search"}], "connections": []}';

function problems(text: string) {
  return parseDefinition(text).problems.map(({ code, path, span }) => ({ code, path, span }));
}

describe('parseDefinition', () => {
  it('reads JSON', () => {
    expect(parseDefinition(JSON_TEXT).definition?.steps).toEqual([
      { id: 'a', type: 'search', configuration: {} },
    ]);
  });

  it('reads YAML, and means the same', () => {
    const yaml = 'schemaVersion: 1\nsteps:\n  - id: a\n    type: search\nconnections: []\n';
    expect(parseDefinition(yaml)).toEqual(parseDefinition(JSON_TEXT));
  });

  it('reads YAML between document marks, with comments', () => {
    expect(parseDefinition('# mine\n---\nschemaVersion: 1\nsteps: [] # none\n...\n').problems).toEqual([]);
  });

  it('passes over a byte order mark, and keeps offsets', () => {
    expect(parseDefinition(`\uFEFF${JSON_TEXT}`).problems).toEqual([]);
    expect(problems('\uFEFF{"a": ?}')[0]?.span).toEqual({ start: 7, end: 8 });
  });

  it('keeps words that other YAML versions take for something else', () => {
    const { definition } = parseDefinition(
      'schemaVersion: 1\nname: yes\nmetadata: {on: no, at: 2024-01-01, n: 0x10}\nsteps: []',
    );
    expect(definition).toMatchObject({ name: 'yes', metadata: { on: 'no', at: '2024-01-01', n: 16 } });
  });

  it('keeps a text that looks like a tag', () => {
    const { definition, problems: found } = parseDefinition(
      'schemaVersion: 1\nname: "!important"\ndescription: wow !\nsteps: []',
    );
    expect(found).toEqual([]);
    expect(definition).toMatchObject({ name: '!important', description: 'wow !' });
  });

  it.each([
    ['a missing value', '{"schemaVersion": }', 'TEXT_SYNTAX', '/schemaVersion', { start: 18, end: 19 }],
    ['the end', '{"a": [1', 'TEXT_SYNTAX', '/a', { start: 8, end: 8 }],
    [
      'a duplicate key',
      '{"schemaVersion": 1, "steps": [], "metadata": {"b": 1, "b": 2}}',
      'DUPLICATE_KEY',
      '/metadata/b',
      { start: 55, end: 58 },
    ],
    [
      'a duplicate YAML key',
      'schemaVersion: 1\nmetadata: {b: 2, b: 3}\nsteps: []',
      'DUPLICATE_KEY',
      '/metadata/b',
      { start: 34, end: 35 },
    ],
    ['an alias', 'a: *x', 'YAML_NOT_ALLOWED', '', { start: 3, end: 5 }],
    ['an anchor', 'a: &x 1', 'YAML_NOT_ALLOWED', '', { start: 3, end: 5 }],
    ['a tag', 'a: !!str 1', 'YAML_NOT_ALLOWED', '', { start: 3, end: 8 }],
    ['a merge key', '<<: {a: 1}', 'YAML_NOT_ALLOWED', '', { start: 0, end: 2 }],
    ['deep nesting', `{"a": ${'['.repeat(40)}`, 'TOO_DEEP', `/a${'/0'.repeat(31)}`, { start: 37, end: 38 }],
  ])('says where %s is', (_, text, code, path, span) => {
    expect(problems(text)).toEqual([{ code, path, span }]);
  });

  it('says line and column', () => {
    expect(parseDefinition('{\n  "a": 1\n  "b": 2\n}').problems[0]?.message).toBe(
      'Expected "," or "}" at line 3, column 3, found """.',
    );
  });

  it('accepts 32 levels and refuses 33', () => {
    const nested = (depth: number): string =>
      `{"schemaVersion": 1, "steps": [], "metadata": {"a": ${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    expect(problems(nested(30))).toEqual([]);
    expect(problems(nested(31))[0]?.code).toBe('TOO_DEEP');
  });
});
