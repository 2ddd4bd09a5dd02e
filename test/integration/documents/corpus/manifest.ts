import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { CorpusFile, Fact } from './fact.js';
import { CORPUS, extractionOf, headingsOf, refusalOf, textOf } from './reading.js';

interface ManifestLine {
  readonly file: string;
  readonly expect: 'text' | 'refused' | 'no crash';
  /** In the text, as pdftotext or the source of the page spells it. */
  readonly find?: string;
  readonly page?: number;
  readonly pages?: number;
  readonly sheets?: number;
  readonly subject?: string;
  readonly attachments?: readonly string[];
}

/** The files of the first manifest: a phrase to be found, a refusal, or merely no crash. */
export function manifestFiles(): readonly CorpusFile[] {
  const lines = readFileSync(join(CORPUS, 'MANIFEST.jsonl'), 'utf8').trim().split('\n');
  return lines.map((json) => {
    const line = JSON.parse(json) as ManifestLine;
    return { path: line.file, facts: [...outcome(line), ...structure(line)] };
  });
}

function outcome(line: ManifestLine): readonly Fact[] {
  const { expect: expected, find, page } = line;
  if (expected === 'refused') return [{ name: 'refused', check: (reading) => void refusalOf(reading) }];
  if (expected === 'no crash') return [sane()];
  const phrase = collapsed(extname(line.file) === '.html' ? withoutEntities(find ?? '') : (find ?? ''));
  return [
    {
      name: `"${find}"${page === undefined ? '' : ` on page ${page}`}`,
      check: (reading) => expect(textOf(extractionOf(reading), page)).toContain(phrase),
    },
  ];
}

/** Text, or a reason that is the document's and not a failure of the reader. */
function sane(): Fact {
  return {
    name: 'text or a reason',
    check: ({ outcome: got }) => {
      if ('code' in got) {
        expect(got.code).toMatch(/^DOCUMENT_(EMPTY|BROKEN|ENCRYPTED)$/);
        expect(got.message).not.toMatch(/reader fail/);
      } else expect(got.text).toMatch(/\S/);
    },
  };
}

function structure({
  file,
  expect: expected,
  pages,
  sheets,
  subject,
  attachments,
}: ManifestLine): readonly Fact[] {
  const facts: Fact[] = [];
  if (expected === 'text' && pages !== undefined) {
    facts.push({
      name: `${pages} pages`,
      check: (reading) => expect(extractionOf(reading).pageCount).toBe(pages),
    });
  }
  if (expected === 'text' && sheets !== undefined) {
    facts.push({
      name: `at most ${sheets} sheets`,
      check: (reading) => {
        const outermost = extractionOf(reading).blocks.map(({ headingPath }) => headingPath[0]);
        expect(new Set(outermost).size).toBeLessThanOrEqual(sheets);
      },
    });
  }
  if (extname(file) !== '.eml') return facts;
  if (subject !== undefined && subject !== 'None') {
    facts.push({
      name: `subject "${subject}"`,
      check: (reading) => expect(extractionOf(reading).title).toBe(subject),
    });
  }
  for (const name of attachments ?? []) {
    facts.push({
      name: `attachment ${name}`,
      check: (reading) => {
        const extraction = extractionOf(reading);
        expect([...headingsOf(extraction), ...extraction.warnings].join('\n')).toContain(name);
      },
    });
  }
  return facts;
}

/** Phrases from web pages were taken from their source. */
function withoutEntities(phrase: string): string {
  return phrase.replaceAll('&amp;', '&');
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
