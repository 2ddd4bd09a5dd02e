import { isUuid } from '../uuid.js';

/** A document cut by one chunker setting. */
export interface ChunkSet {
  readonly documentId: string;
  readonly chunker: string;
}

/** The different sets as two columns, for `unnest($n::uuid[], $m::text[])`. */
export function columnsOfSets(sets: readonly ChunkSet[]): readonly [readonly string[], readonly string[]] {
  const different = new Map(sets.map((set) => [`${set.documentId.toLowerCase()} ${set.chunker}`, set]));
  const wanted = [...different.values()].filter(({ documentId }) => isUuid(documentId));
  return [wanted.map(({ documentId }) => documentId), wanted.map(({ chunker }) => chunker)];
}
