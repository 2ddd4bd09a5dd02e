import { extractionOf } from '../../test/extraction-of.js';
import { MemoryIndex } from '../../test/memory-index.js';
import { chunkDocument } from '../chunking/chunk-document.js';
import type { Extraction } from '../ports.js';
import { toPassage } from './passage.js';
import type { Passage } from './passage.js';
import { withSurroundings } from './surroundings.js';
import type { Around } from './surroundings.js';

const sentencesOf = (section: string, count: number): string =>
  Array.from({ length: count }, (_, n) => `Sentence ${n + 1} of ${section}.`).join(' ');
const DOCUMENT = extractionOf([
  { kind: 'paragraph', text: sentencesOf('leave', 4), headingPath: ['Leave'] },
  { kind: 'paragraph', text: sentencesOf('travel', 5), headingPath: ['Travel'] },
]);

describe('the text around a passage', () => {
  it('is nothing when nothing was asked for', async () => {
    const passage = await around('Sentence 2 of travel', { kind: 'nothing' });

    expect(passage).not.toHaveProperty('surroundings');
  });

  it('is its neighbours, with the passage at its exact place', async () => {
    const passage = await around('Sentence 2 of travel', { kind: 'neighbours', count: 1 });
    const { text = '', start = 0 } = passage.surroundings ?? {};

    expect(text).toBe('Sentence 1 of travel. Sentence 2 of travel. Sentence 3 of travel.');
    expect(text.slice(passage.start - start, passage.end - start)).toBe(passage.text);
  });

  it('ends where the document ends', async () => {
    const { surroundings } = await around('Sentence 1 of leave', { kind: 'neighbours', count: 1 });

    expect(surroundings?.text).toBe('Sentence 1 of leave. Sentence 2 of leave.');
  });

  it('is the section it stands in and no more, as long as the section is in the document', async () => {
    const { surroundings } = await around('Sentence 2 of travel', { kind: 'section' });
    const { text, start = 0, end = 0, whole } = surroundings ?? {};

    expect(text).toBe(sentencesOf('travel', 5));
    expect(text).toBe(DOCUMENT.text.slice(start, end));
    expect(whole).toBe(true);
  });

  it('does not repeat what chunks have in common', async () => {
    const { surroundings } = await around('Sentence 2 of travel', { kind: 'section' }, DOCUMENT, 10);

    expect(surroundings?.text).toBe(sentencesOf('travel', 5));
  });

  it('says when the section is longer than what is given of it', async () => {
    const long = extractionOf([{ kind: 'paragraph', text: sentencesOf('a long section', 600) }]);
    const { surroundings } = await around('Sentence 300 of', { kind: 'section' }, long);
    const { text, start, end, whole } = surroundings ?? {};

    expect(whole).toBe(false);
    expect(text).toContain('Sentence 299 of');
    expect(text).toContain('Sentence 301 of');
    expect(text).toBe(long.text.slice(start, end));
  });
});

/** The passage that begins so, among sentences as chunks, with what is around it. */
async function around(
  beginning: string,
  wanted: Around,
  extraction: Extraction = DOCUMENT,
  overlap = 0,
): Promise<Passage> {
  const index = new MemoryIndex();
  for (const chunk of chunkDocument(extraction, { strategy: 'sentences', size: 30, overlap, minimum: 0 })) {
    const names = { documentId: 'd', documentName: 'd', chunker: 'c', collectionId: 'c' };
    index.add({ ...chunk, ...names, id: String(chunk.ordinal) });
  }
  const hit = [...index.entries.values()].find(({ text }) => text.includes(beginning));
  if (hit === undefined) throw new Error('No such chunk.');
  const [passage] = await withSurroundings(index, [toPassage(hit, 1)], wanted);
  if (passage === undefined) throw new Error('No passage.');
  return passage;
}
