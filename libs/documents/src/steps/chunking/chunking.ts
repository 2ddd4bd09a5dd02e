import { cutDocument } from '../../chunking/cut-document.js';
import { chunkerName } from '../../chunking/chunk-settings.js';
import type { ChunkSettings } from '../../chunking/chunk-settings.js';
import { DocumentError } from '../../document-error.js';
import type { ChunkSet, Extraction } from '../../ports.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation } from '../../step-implementation.js';
import { documentIdsOf } from '../artifacts.js';
import type { ReadingSettings } from '../reading-settings.js';
import { readStoredDocument } from '../read-stored-document.js';
import { chunkSettings } from './chunk-settings.js';

/** Cuts the documents that arrive; what was cut the same way before is taken as it is. */
export function chunking(reading: ReadingSettings): StepImplementation {
  return async ({ configuration, incoming }, context) => {
    const settings = chunkSettings(configuration);
    const references = incoming['documents'] ?? [];
    if (references.length === 0) {
      throw new StepFailure(
        'INPUT_MISSING',
        'No documents arrive here: connect a step that reads documents.',
        false,
      );
    }
    const documentIds = await documentIdsOf(context.stores.artifacts, references);
    const chunker = chunkerName(settings);
    const sets = documentIds.map((documentId) => ({ documentId, chunker }));
    let chunks = 0;
    let tokens = 0;
    for (const [index, set] of sets.entries()) {
      context.signal.throwIfAborted();
      const counts =
        (await context.stores.chunks.summary(set)) ?? (await cut(set, settings, reading, context));
      chunks += counts.chunks;
      tokens += counts.tokens;
      context.progress(index + 1, sets.length, `${chunks} chunks`);
    }
    return {
      facts: {
        chunk_count: chunks,
        token_count: tokens,
        mean_tokens: chunks === 0 ? 0 : Math.round(tokens / chunks),
      },
      references: { chunks: await context.stores.artifacts.put('chunks', chunks, { sets }) },
    };
  };
}

async function cut(
  set: ChunkSet,
  settings: ChunkSettings,
  reading: ReadingSettings,
  context: StepContext,
): Promise<{ readonly chunks: number; readonly tokens: number }> {
  const extraction = await readAgain(set.documentId, reading, context).catch(explain);
  const chunks = await cutDocument(extraction, settings, context.signal);
  await context.stores.chunks.save(set, chunks);
  return { chunks: chunks.length, tokens: chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0) };
}

/** Its text is there already, unless newer readers than those that read it first are at work. */
async function readAgain(id: string, reading: ReadingSettings, context: StepContext): Promise<Extraction> {
  const { documents } = context.stores;
  const [document] = await documents.list(context.ownerId, { kind: 'ids', ids: [id] }, null, 1);
  if (!document) throw new StepFailure('INPUT_MISSING', `The document ${id} is not there any more.`, false);
  return readStoredDocument(document, { ...reading, maximumBytes: document.bytes }, context);
}

function explain(error: unknown): never {
  if (error instanceof DocumentError) throw new StepFailure(error.code, error.message, false);
  throw error;
}
