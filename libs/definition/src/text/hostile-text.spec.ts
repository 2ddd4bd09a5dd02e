import fc from 'fast-check';
import { checkDefinition, parseDefinition } from '../index.js';
import { startCpu } from '../../test/cpu-time.js';

const MIB = 1024 * 1024;

/** What no parser may choke on; each must end in problems, within three seconds of processor time. */
const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \n\t\n '],
  ['only a byte order mark', '\uFEFF'],
  ['a NUL', '{"schemaVersion": 1, "steps": []\0}'],
  ['a NUL inside YAML', 'schemaVersion: 1\0'],
  ['UTF-16 read as UTF-8', '\uFFFD\uFFFD{\0"\0a\0"\0'],
  ['a swapped byte order mark', '\uFFFE{}'],
  ['half a character', '{"name": "\uD800"}'],
  ['half a character, escaped', '{"schemaVersion": 1, "steps": [], "name": "\\ud800"}'],
  ['a NUL, escaped', '{"schemaVersion": 1, "steps": [], "name": "\\u0000"}'],
  ['too long', 'a'.repeat(MIB + 1)],
  ['too long in bytes', 'ü'.repeat(MIB / 2 + 1)],
  ['deep JSON lists', '['.repeat(MIB)],
  ['deep JSON objects', '{"a":'.repeat(MIB / 5)],
  ['closed deep JSON', '['.repeat(1000) + ']'.repeat(1000)],
  ['deep YAML lists', `a: ${'['.repeat(MIB - 10)}`],
  ['deep YAML objects', `a: ${'{a: '.repeat(MIB / 4 - 10)}`],
  ['deep YAML dashes', '- '.repeat(MIB / 2 - 1)],
  ['deep YAML indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['deep YAML question marks', '? '.repeat(MIB / 2 - 1)],
  ['many YAML keys', Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n')],
  ['a duplicate key', '{"a": 1, "a": 2}'],
  ['a duplicate key, escaped', '{"a": 1, "\\u0061": 2}'],
  ['a duplicate YAML key', 'a: 1\na: 2'],
  ['a duplicate YAML key of two types', '1: a\n"1": b'],
  ['a YAML alias', 'a: &x [1]\nb: *x'],
  ['a YAML bomb', 'a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]'],
  ['a YAML anchor', 'a: &x 1'],
  ['a YAML tag', 'a: !!str 1'],
  ['a local YAML tag', 'a: !run "rm"'],
  ['a YAML tag on a list', 'a: !!set [1]'],
  ['a YAML merge key', 'a:\n  <<: {b: 1}'],
  ['two YAML documents', 'a: 1\n---\nb: 2'],
  ['a YAML directive', '%TAG ! tag:x,2000:\n---\na: !b 1'],
  ['a YAML key that is a list', '? [a]\n: 1'],
  ['a YAML infinity', 'schemaVersion: .inf'],
  ['a YAML NaN', 'schemaVersion: .nan'],
  ['broken YAML', 'a: [1, 2'],
  ['YAML with tabs', 'a:\n\t- b'],
  ['a YAML comment alone', '# nothing'],
  ['a YAML text', 'just words'],
  ['a YAML null', '~'],
  ['a list', '[]'],
  ['a number', '12'],
  ['broken JSON', '{"a": }'],
  ['JSON with a comma too many', '{"a": 1,}'],
  ['JSON that ends', '{"a"'],
  ['JSON with more after it', '{} {}'],
  ['JSON with single quotes', "{'a': 1}"],
  ['JSON with a bad escape', '{"a": "\\x"}'],
  ['JSON with a line break in a text', '{"a": "\n"}'],
  ['a number that is too big', '{"schemaVersion": 1e999}'],
  ['__proto__', '{"schemaVersion": 1, "steps": [], "__proto__": {"polluted": true}}'],
  ['constructor', '{"schemaVersion": 1, "steps": [], "inputs": {"constructor": {"type": "string"}}}'],
  ['prototype in YAML', 'schemaVersion: 1\nsteps: []\nmetadata: {prototype: 1}'],
  ['an unclosed text of a MiB', `{"a": "${'x'.repeat(MIB - 100)}`],
  ['many quotes', '"'.repeat(MIB)],
  ['many backslashes', `{"a": "${'\\'.repeat(MIB - 100)}`],
  ['many colons', ':'.repeat(MIB)],
  ['many percent signs', '%'.repeat(MIB)],
  ['many flow entries', `[${'a,'.repeat(MIB / 2 - 2)}`],
  ['many flow entries in YAML', `a: [${'a,'.repeat(MIB / 2 - 8)}]`],
  ['many flow names in YAML', `a: {${'a,'.repeat(MIB / 2 - 8)}}`],
  ['a text over many lines', `a: ${'b\n  '.repeat(MIB / 4 - 2)}`],
  ['a quoted text over many lines', `a: "${'b\n  '.repeat(MIB / 4 - 2)}"`],
  ['a block text over many lines', `a: |\n${'  b\n'.repeat(MIB / 4 - 2)}`],
  ['many comments', '#\n'.repeat(MIB / 2)],
  ['many empty lines', `a:${'\n'.repeat(MIB - 3)}`],
  ['many spaces', `a:${' '.repeat(MIB - 3)}b`],
  ['many empty documents', '---\n'.repeat(MIB / 4)],
  ['many document ends', '...\n'.repeat(MIB / 4)],
  ['many closing brackets', ']'.repeat(MIB)],
  ['many single quotes', "'".repeat(MIB)],
  ['many bars', '|\n'.repeat(MIB / 2)],
  ['many line breaks and dashes', '-\n'.repeat(MIB / 2)],
];

describe('a hostile text', () => {
  it.each(HOSTILE)('%s: problems, quickly', (_, text) => {
    const cpu = startCpu();
    const { valid, definition, problems } = checkDefinition(text);
    expect(cpu()).toBeLessThan(3000);
    expect({ valid, definition }).toEqual({ valid: false, definition: null });
    expect(problems.length).toBeGreaterThan(0);
    for (const { code, message, path } of problems) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(message.length).toBeLessThan(500);
      expect(path).toMatch(/^(\/|$)/);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      "'",
      '- ',
      '\n',
      '  ',
      '&a',
      '*a',
      '!!x',
      '<<',
      '|',
      '>',
      '#',
      '%',
      '\t',
      '\\',
      'steps',
      'schemaVersion: 1',
      '1',
      'null',
      '\uFEFF',
      '🙂',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const { definition, problems } = parseDefinition(text);
          return definition !== null || problems.some(({ severity }) => severity === 'error');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that is no text at all is refused as well', () => {
    expect(parseDefinition(undefined as unknown as string).problems).toMatchObject([
      { code: 'TEXT_ENCODING' },
    ]);
  });
});
