import { basename } from 'node:path';
import { expectationsOf } from './corpus/expectations.js';
import type { CorpusFile } from './corpus/fact.js';
import { KNOWN_MISSES } from './corpus/known-misses.js';
import { manifestFiles } from './corpus/manifest.js';
import { readFile } from './corpus/reading.js';
import type { Reading } from './corpus/reading.js';
import { report } from './corpus/report.js';
import type { Row } from './corpus/report.js';
import { structuredManifestFiles } from './corpus/structured-manifest.js';

const AT_A_TIME = 2;

const corpus: readonly CorpusFile[] = [...manifestFiles(), ...structuredManifestFiles()].map((file) => ({
  path: file.path,
  facts: [...file.facts, ...expectationsOf(basename(file.path))],
}));

describe('documents of other projects', () => {
  const readings = new Map<string, Reading>();
  const rows: Row[] = [];

  beforeAll(async () => {
    const waiting = corpus.map(({ path }) => path);
    const readOn = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        readings.set(path, await readFile(path));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, readOn));
  }, 300_000);

  afterAll(() => {
    process.stdout.write(`\n${report(rows)}`);
  });

  it.each(corpus)('$path', (file) => {
    const reading = readings.get(file.path) as Reading;
    const known = KNOWN_MISSES.filter(({ path }) => path === file.path).map(({ fact }) => fact);
    const missed = new Map<string, string>();
    for (const { name, check } of file.facts) {
      try {
        check(reading);
      } catch (error) {
        missed.set(name, (error as Error).message);
      }
    }
    rows.push({ file, reading, missed: [...missed.keys()] });

    for (const fact of known) {
      if (!missed.delete(fact)) missed.set(fact, 'It is no miss any more.');
    }
    expect(Object.fromEntries(missed)).toEqual({});
  });

  it.each(corpus)('$path: every block is an exact slice of the text, in order', ({ path }) => {
    const { outcome } = readings.get(path) as Reading;
    if ('code' in outcome) return;
    const { text, blocks } = outcome;

    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(blocks.map((block) => block.text));
    expect(blocks.every((block, index) => block.start >= (blocks[index - 1]?.end ?? 0))).toBe(true);
  });

  it('knows only misses of files and facts that there are', () => {
    const there = corpus.flatMap(({ path, facts }) => facts.map(({ name }) => `${path}: ${name}`));

    expect(there).toEqual(expect.arrayContaining(KNOWN_MISSES.map(({ path, fact }) => `${path}: ${fact}`)));
  });
});
