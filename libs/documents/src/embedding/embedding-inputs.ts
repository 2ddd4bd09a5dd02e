import { createHash } from 'node:crypto';
import { countTokens } from '../chunking/count-tokens.js';
import type { EmbeddedInput, StoredChunk } from '../ports.js';
import type { Embedder } from './embedder.js';

/** What a model reads, and the chunks whose vector it becomes: several may say the same. */
export interface EmbeddingInput {
  readonly text: string;
  readonly tokens: number;
  readonly chunks: readonly EmbeddedInput[];
}

type ChunkToEmbed = Pick<StoredChunk, 'id' | 'text' | 'headingPath'>;

/**
 * What the model reads for the chunks, each different text once. The hash is of the whole of it, so that nothing that
 * changes the vector can change without it: text, headings and the model's own prompt.
 */
export function embeddingInputs(
  chunks: readonly ChunkToEmbed[],
  embedder: Pick<Embedder, 'asPassage'>,
): readonly EmbeddingInput[] {
  const byHash = new Map<string, { text: string; chunks: EmbeddedInput[] }>();
  for (const { id, text: said, headingPath } of chunks) {
    // A chunk alone may not say what it is about; its headings do.
    const text = embedder.asPassage([...headingPath, said].join('\n'));
    const inputHash = createHash('sha256').update(text).digest('hex');
    const same = byHash.get(inputHash) ?? { text, chunks: [] };
    same.chunks.push({ chunkId: id, inputHash });
    byHash.set(inputHash, same);
  }
  return [...byHash.values()].map((input) => ({ ...input, tokens: countTokens(input.text) }));
}
