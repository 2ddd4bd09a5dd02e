import fc from 'fast-check';
import { sourceMediaType } from './languages.js';
import type { SourceMediaType } from './languages.js';
import { readSource } from './read-source.js';

const LIMIT = 100_000;
const sections = (name: string, code: string): [string | undefined, string][] =>
  readSource(code, sourceMediaType(name) as SourceMediaType, LIMIT).blocks.map(({ headingPath, text }) => [
    headingPath[0],
    text,
  ]);

describe('source code', () => {
  it('is cut at its outermost declarations, each with the comment above it', () => {
    const code = [
      "import { a } from 'a';",
      '',
      'const LIMIT = 3;',
      '',
      '/** Adds. */',
      'export function add(x: number): number {',
      '  return x + LIMIT;',
      '}',
      '',
      'export const later = async () => {',
      '  a();',
      '};',
    ].join('\n');

    expect(sections('add.ts', code)).toEqual([
      [undefined, "import { a } from 'a';\n\nconst LIMIT = 3;"],
      [
        'export function add(x: number): number',
        '/** Adds. */\nexport function add(x: number): number {\n  return x + LIMIT;\n}',
      ],
      ['export const later = async () =>', 'export const later = async () => {\n  a();\n};'],
    ]);
  });

  it.each([
    [
      'a.py',
      'import os\n\n@cached\ndef f(x):\n    return 1\n\nclass A:\n  def g(self): pass',
      ['def f(x)', 'class A'],
    ],
    [
      'a.go',
      'package a\n\nfunc (s *S) Run() {\n}\n\ntype S struct {\n}',
      ['func (s *S) Run()', 'type S struct'],
    ],
    [
      'a.rs',
      '#[test]\npub(crate) async fn f() {\n}\nimpl<T> A for B {\n}',
      ['pub(crate) async fn f()', 'impl<T> A for B'],
    ],
    ['A.java', 'package a;\n\n@Service\npublic final class A {\n  void f() {}\n}', ['public final class A']],
    ['a.c', '#include <a.h>\nint x;\n\nstatic int f(int a)\n{\n  return g(a);\n}', ['static int f(int a)']],
    [
      'a.cpp',
      'namespace a {\n}\n\ntemplate <class T>\nT f(T a) {\n}',
      ['namespace a', 'template <class T>', 'T f(T a)'],
    ],
    ['a.rb', 'module A\n  def f; end\nend\n\ndef g\nend', ['module A', 'def g']],
    ['a.sh', 'set -e\n\nbuild() {\n  make\n}\n', ['build()']],
    ['a.sql', 'CREATE TABLE a (\n  id int\n);\nselect 1;', ['CREATE TABLE a', 'select 1;']],
    ['a.css', '/* x */\n.a,\n.b {\n  color: red;\n}', ['.a,', '.b']],
    ['a.yaml', '# Names\nname: a\nsteps:\n  - one', ['name: a', 'steps']],
  ])('%s: finds what is declared', (name, code, headings) => {
    expect(
      sections(name, code)
        .map(([heading]) => heading)
        .filter((heading) => heading !== undefined),
    ).toEqual(headings);
  });

  it('is told by its name, in any case, and only then', () => {
    expect(['Main.JAVA', 'a.hpp', 'setup.py', 'notes.txt', 'Makefile', 'py'].map(sourceMediaType)).toEqual([
      'text/x-java',
      'text/x-cpp',
      'text/x-python',
      null,
      null,
      null,
    ]);
  });

  it('gives a declaration in one endless line a heading that can be shown', () => {
    const code = `function a(${'x,'.repeat(5000)}y) {}`;
    const [block] = readSource(code, 'text/x-javascript', LIMIT).blocks;

    expect(block?.headingPath[0]?.length).toBeLessThan(130);
    expect(block?.text === code).toBe(true);
  });

  it.each([
    ['nothing but white space', ' \n\n', 'DOCUMENT_EMPTY'],
    ['more characters than allowed', 'x'.repeat(LIMIT + 1), 'DOCUMENT_LIMIT'],
  ])('refuses %s', (_what, code, expected) => {
    expect(() => readSource(code, 'text/x-go', LIMIT)).toThrow(
      expect.objectContaining({ code: expected }) as Error,
    );
  });

  it('is never altered: the blocks are its slices, and nothing lies between them but white space', () => {
    const line = fc.constantFrom(
      '',
      '  ',
      'def f(x):',
      '    return 1',
      '# why',
      '@cached',
      'class A:',
      'x = 1',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const code = `${lines.join('\n')}\nend`;
        const { text, blocks } = readSource(code, 'text/x-python', LIMIT);
        expect(text).toBe(code);
        let rest = text;
        for (const block of [...blocks].reverse()) {
          expect(text.slice(block.start, block.end)).toBe(block.text);
          expect(rest.slice(block.end).trim()).toBe('');
          rest = rest.slice(0, block.start);
        }
        expect(rest.trim()).toBe('');
      }),
    );
  });
});
