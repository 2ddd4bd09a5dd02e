import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from './fact.js';
import { CORPUS, extractionOf, headingsOf, refusalOf, textOf } from './reading.js';

interface Expectation {
  readonly file: string;
  readonly contains?: readonly string[];
  readonly lacks?: readonly string[];
  readonly headings?: readonly string[];
  readonly headingCount?: number;
  readonly under?: { readonly text: string; readonly heading: string };
  readonly warns?: string;
  readonly code?: string;
  readonly says?: string;
}

const all = JSON.parse(readFileSync(join(CORPUS, '../expectations.json'), 'utf8')) as readonly Expectation[];

/** What the readers should make of a file beyond what the manifests say of it. */
export function expectationsOf(file: string): readonly Fact[] {
  return all.filter((expectation) => expectation.file === file).flatMap(asFacts);
}

function asFacts(expectation: Expectation): readonly Fact[] {
  const {
    contains = [],
    lacks = [],
    headings = [],
    headingCount,
    under,
    warns,
    code,
    says = '',
  } = expectation;
  const facts: Fact[] = [];
  const add = (name: string, check: Fact['check']): void => void facts.push({ name, check });
  if (code !== undefined) {
    add(code, (reading) => {
      expect(refusalOf(reading)).toMatchObject({ code, message: expect.stringContaining(says) as string });
    });
  }
  for (const text of contains) {
    add(`"${text}"`, (reading) => expect(textOf(extractionOf(reading))).toContain(text));
  }
  for (const text of lacks) {
    add(`no "${text}"`, (reading) => expect(extractionOf(reading).text).not.toContain(text));
  }
  for (const heading of headings) {
    add(`heading "${heading}"`, (reading) => expect(headingsOf(extractionOf(reading))).toContain(heading));
  }
  if (headingCount !== undefined) {
    add(`${headingCount} headings`, (reading) =>
      expect(headingsOf(extractionOf(reading))).toHaveLength(headingCount),
    );
  }
  if (under !== undefined) {
    add(`text under "${under.heading}"`, (reading) => {
      const block = extractionOf(reading).blocks.find(({ text }) => text.includes(under.text));
      expect(block?.headingPath.at(-1)).toBe(under.heading);
    });
  }
  if (warns !== undefined) {
    add(`warns "${warns}"`, (reading) => expect(extractionOf(reading).warnings.join(' ')).toContain(warns));
  }
  return facts;
}
