import type { SearchIndex, StoredChunk } from '../ports.js';
import type { Passage, Surroundings } from './passage.js';

/** What of a document is given around a passage. */
export type Around =
  | { readonly kind: 'nothing' }
  /** So many chunks before and after. */
  | { readonly kind: 'neighbours'; readonly count: number }
  /** All of the section it stands in, as far as `SECTION_TOKENS` and `SECTION_REACH` allow. */
  | { readonly kind: 'section' };

const SECTION_TOKENS = 2_000;
/** Chunks looked at on either side of a passage. */
const SECTION_REACH = 125;

/** Gives each passage the text it stands in. */
export async function withSurroundings(
  index: SearchIndex,
  passages: readonly Passage[],
  around: Around,
): Promise<readonly Passage[]> {
  if (around.kind === 'nothing' || passages.length === 0) return passages;
  const places = around.kind === 'neighbours' ? around.count : SECTION_REACH;
  const beside = await index.around(
    passages.map(({ chunkId }) => chunkId),
    places,
  );
  return passages.map((passage) => {
    const chunks = beside.get(passage.chunkId) ?? [];
    const hit = chunks.findIndex(({ id }) => id === passage.chunkId);
    if (hit === -1) return passage;
    const surroundings =
      around.kind === 'neighbours' ? { ...joined(chunks), whole: true } : sectionAround(chunks, hit);
    return { ...passage, surroundings };
  });
}

/** Grows from the hit, after and before in turn, while the headings stay the same and the tokens last. */
function sectionAround(chunks: readonly StoredChunk[], hit: number): Surroundings {
  const path = JSON.stringify(chunks[hit]?.headingPath);
  const belongs = (at: number): boolean => JSON.stringify(chunks[at]?.headingPath) === path;
  let [first, last, tokens] = [hit, hit, chunks[hit]?.tokenCount ?? 0];
  const take = (at: number): boolean => {
    const more = chunks[at]?.tokenCount ?? 0;
    if (!belongs(at) || tokens + more > SECTION_TOKENS) return false;
    tokens += more;
    return true;
  };
  for (let grown = true; grown;) {
    grown = false;
    if (take(last + 1)) [last, grown] = [last + 1, true];
    if (take(first - 1)) [first, grown] = [first - 1, true];
  }
  const whole = !belongs(first - 1) && !belongs(last + 1) && !isCutOff(chunks, hit, first, last);
  return { ...joined(chunks.slice(first, last + 1)), whole };
}

/** Whether the section goes up to the end of what was looked at, and so may go on behind it. */
function isCutOff(chunks: readonly StoredChunk[], hit: number, first: number, last: number): boolean {
  const seesStart = first > 0 || chunks[0]?.ordinal === 0;
  return !seesStart || last - hit === SECTION_REACH;
}

/** One text of chunks in order, without what they repeat. As long as the document's own, so that offsets hold. */
function joined(chunks: readonly StoredChunk[]): Omit<Surroundings, 'whole'> {
  const start = chunks[0]?.start ?? 0;
  let text = '';
  for (const chunk of chunks) {
    const end = start + text.length;
    if (chunk.end <= end) continue;
    text += whiteSpace(chunk.start - end) + chunk.text.slice(Math.max(0, end - chunk.start));
  }
  return { text, start, end: start + text.length };
}

/** Between chunks stands nothing but white space, which no chunk keeps. */
function whiteSpace(length: number): string {
  return length === 1 ? ' ' : '\n'.repeat(Math.max(0, length));
}
