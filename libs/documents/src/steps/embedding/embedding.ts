import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '#definition';
import { chooseEmbedder } from '../../embedding/embedder.js';
import type { Embedder } from '../../embedding/embedder.js';
import type { ChunkSet } from '../../ports.js';
import { costOf } from '../../providers/provider.js';
import type { Provider } from '../../providers/provider.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation } from '../../step-implementation.js';
import { chunkSetsOf } from '../artifacts.js';
import { readSettings } from '../read-setting.js';

/** Gives every chunk that arrives a vector; those that have one of the same model keep it. */
export function embedding(provider: Provider | null): StepImplementation {
  return async ({ configuration, incoming }, context) => {
    const settings = readSettings(configuration);
    const batchSize = settings.number('batchSize', { otherwise: 64, minimum: 1, maximum: 2048 });
    const embedder = chooseEmbedder(
      {
        provider: settings.choice('provider', ['lexical', 'openai']),
        model: settings.text('model'),
        dimensions:
          settings.value('dimensions') === undefined
            ? null
            : settings.number('dimensions', { otherwise: 0, minimum: 8, maximum: 4096 }),
      },
      provider,
    );
    const { chunks, artifacts } = context.stores;
    const sets = await chunkSetsOf(artifacts, arriving(incoming['chunks']));
    const reused = await chunks.countVectors(sets, embedder.model);
    const total = await countChunks(sets, context);
    const made = await embedMissing({ sets, embedder, batchSize, reused, total }, context);
    const cost = embedder.semantic ? costOf([[made.tokens, provider?.settings.prices?.embedding]]) : 0;
    const facts: JsonObject = {
      embedded_count: made.count,
      reused_count: reused,
      dimensions: made.dimensions,
      model: embedder.model,
      token_count: made.tokens,
      ...(cost === undefined ? {} : { cost }),
    };
    const value = { sets: sets.map((set) => ({ ...set })), model: embedder.model };
    return {
      facts,
      references: { embeddings: await artifacts.put('embeddings', reused + made.count, value) },
    };
  };
}

function arriving<Item>(references: readonly Item[] | undefined): readonly Item[] {
  if (references !== undefined && references.length > 0) return references;
  throw new StepFailure('INPUT_MISSING', 'No chunks arrive here: connect a chunking step.', false);
}

async function countChunks(sets: readonly ChunkSet[], { stores }: StepContext): Promise<number> {
  let total = 0;
  for (const set of sets) total += (await stores.chunks.summary(set))?.chunks ?? 0;
  return total;
}

interface Batches {
  readonly sets: readonly ChunkSet[];
  readonly embedder: Embedder;
  readonly batchSize: number;
  readonly reused: number;
  readonly total: number;
}

/** Every batch is saved before the next is asked for, so a retry goes on where the last attempt stopped. */
async function embedMissing(
  { sets, embedder, batchSize, reused, total }: Batches,
  { stores, signal, progress }: StepContext,
): Promise<{ count: number; tokens: number; dimensions: number }> {
  const made = { count: 0, tokens: 0, dimensions: dimensionsOf(embedder.model) };
  for (;;) {
    signal.throwIfAborted();
    const missing = await stores.chunks.withoutVector(sets, embedder.model, batchSize);
    if (missing.length === 0) return made;
    // A chunk alone may not say what it is about; its headings do.
    const texts = missing.map(({ headingPath, text }) => [...headingPath, text].join('\n'));
    const { vectors, tokens } = await embedder.embed(texts, signal);
    await stores.chunks.saveVectors(
      embedder.model,
      missing.flatMap(({ id }, index) => {
        const vector = vectors[index];
        return vector ? [{ chunkId: id, vector }] : [];
      }),
    );
    made.count += missing.length;
    made.tokens += tokens;
    made.dimensions = vectors[0]?.length ?? made.dimensions;
    progress(reused + made.count, total, embedder.model);
    await setImmediate();
  }
}

/** Known before the first vector for lexical ones; 0 when a provider's model had nothing to do. */
function dimensionsOf(model: string): number {
  return Number(/^lexical-(\d+)$/.exec(model)?.[1] ?? 0);
}
