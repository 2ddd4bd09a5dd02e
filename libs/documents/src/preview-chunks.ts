import type { JsonObject } from '#definition';
import { cutDocument } from './chunking/cut-document.js';
import { DocumentError } from './document-error.js';
import type { Chunk, StoredDocument, Stores } from './ports.js';
import { chunkSettings } from './steps/chunking/chunk-settings.js';
import { readStoredDocument } from './steps/read-stored-document.js';

export interface ChunkPreview {
  readonly chunkCount: number;
  readonly tokenCount: number;
  /** Tokens of the shortest and of the longest chunk; 0 when there is none. */
  readonly fewestTokens: number;
  readonly mostTokens: number;
  /** The first ones. */
  readonly chunks: readonly Chunk[];
}

/** A preview is looked at while somebody waits: longer texts are for a workflow. UTF-16 units. */
const LONGEST_TEXT = 2_000_000;
const READING_MS = 30_000;

/**
 * How a chunking step of this configuration would cut a document; nothing is kept but what was read of it.
 * Throws `DocumentError`, and `StepFailure` BAD_INPUT for a configuration that cannot be.
 */
export async function previewChunks(
  stores: Stores,
  document: Pick<StoredDocument, 'id' | 'name' | 'bytes'>,
  configuration: JsonObject,
  first: number,
  signal: AbortSignal,
): Promise<ChunkPreview> {
  const settings = chunkSettings(configuration);
  const limits = { maximumBytes: document.bytes, timeoutMs: READING_MS };
  const extraction = await readStoredDocument(document, limits, { stores, signal });
  const { length } = extraction.text;
  if (length > LONGEST_TEXT) {
    const message = `The text has ${length} characters; a preview takes at most ${LONGEST_TEXT}.`;
    throw new DocumentError('DOCUMENT_LIMIT', message);
  }
  const chunks = await cutDocument(extraction, settings, signal);
  const tokens = chunks.map(({ tokenCount }) => tokenCount);
  return {
    chunkCount: chunks.length,
    tokenCount: tokens.reduce((sum, count) => sum + count, 0),
    fewestTokens: tokens.reduce((least, count) => Math.min(least, count), tokens[0] ?? 0),
    mostTokens: tokens.reduce((most, count) => Math.max(most, count), 0),
    chunks: chunks.slice(0, first),
  };
}
