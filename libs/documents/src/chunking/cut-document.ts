import { setImmediate } from 'node:timers/promises';
import type { Chunk, Extraction } from '../ports.js';
import { chunkDocument } from './chunk-document.js';
import type { ChunkSettings } from './chunk-settings.js';

/** Cutting is computation; after this many chunks others get their turn. */
const BREATHE_AFTER = 25;

/** All chunks of a document, made without keeping others waiting. Throws the signal's reason when aborted. */
export async function cutDocument(
  extraction: Extraction,
  settings: ChunkSettings,
  signal: AbortSignal,
): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = [];
  for (const chunk of chunkDocument(extraction, settings)) {
    chunks.push(chunk);
    if (chunks.length % BREATHE_AFTER === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  return chunks;
}
