import type { JsonObject } from '#definition';
import { chooseEmbedder } from '../../embedding/embedder.js';
import { embedMissing } from '../../embedding/embed-missing.js';
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
    const bounds = {
      items: settings.number('batchSize', { otherwise: 64, minimum: 1, maximum: 2048 }),
      tokens: settings.number('batchTokens', { otherwise: 100_000, minimum: 1_000, maximum: 1_000_000 }),
    };
    const width = settings.number('concurrency', { otherwise: 2, minimum: 1, maximum: 16 });
    const { chunks, artifacts } = context.stores;
    const { model, semantic } = embedder;
    const sets = await chunkSetsOf(artifacts, arriving(incoming['chunks']));
    const there = await chunks.countVectors(sets, model);
    const total = await countChunks(sets, context);
    const made = await embedMissing({ sets, embedder, bounds, width }, context, (done) =>
      context.progress(there + done, total, model),
    );
    const cost = semantic ? costOf([[made.tokens, provider?.settings.prices?.embedding]]) : 0;
    const facts: JsonObject = {
      embedded_count: made.embedded,
      reused_count: there + made.reused,
      dimensions: made.dimensions ?? 0,
      model,
      token_count: made.tokens,
      ...(cost === undefined ? {} : { cost }),
    };
    const value = { sets: sets.map((set) => ({ ...set })), model };
    const count = there + made.reused + made.embedded;
    return { facts, references: { embeddings: await artifacts.put('embeddings', count, value) } };
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
