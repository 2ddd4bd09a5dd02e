import { setImmediate } from 'node:timers/promises';
import type { ChunkSet } from '../ports.js';
import { batchesOf } from '../providers/batches.js';
import type { BatchBounds } from '../providers/batches.js';
import { ProviderError } from '../providers/provider-error.js';
import type { StepContext } from '../step-implementation.js';
import { forEach } from '../steps/for-each.js';
import type { Embedder } from './embedder.js';
import { embeddingInputs } from './embedding-inputs.js';
import type { EmbeddingInput } from './embedding-inputs.js';

export interface EmbeddingTask {
  readonly sets: readonly ChunkSet[];
  readonly embedder: Embedder;
  readonly bounds: BatchBounds;
  /** Calls at one time. */
  readonly width: number;
}

export interface EmbeddingResult {
  /** Chunks whose vector was computed now. */
  readonly embedded: number;
  /** Chunks whose text had a vector already. */
  readonly reused: number;
  readonly tokens: number;
  /** Null when nothing was to do and nothing was there. */
  readonly dimensions: number | null;
}

/**
 * Gives every chunk without a vector one: that of the same text where the owner has it, else a new one. Every batch is
 * saved as it comes, so a retry goes on where the last attempt stopped and pays for nothing twice.
 */
export async function embedMissing(
  { sets, embedder, bounds, width }: EmbeddingTask,
  context: StepContext,
  onProgress: (done: number) => void,
): Promise<EmbeddingResult> {
  const { chunks } = context.stores;
  const { model } = embedder;
  let dimensions = await chunks.dimensionsOf(context.ownerId, model);
  const done = { embedded: 0, reused: 0, tokens: 0 };
  for (;;) {
    context.signal.throwIfAborted();
    const missing = await chunks.withoutVector(sets, model, bounds.items * width);
    if (missing.length === 0) return { ...done, dimensions };
    const inputs = embeddingInputs(missing, embedder);
    const known = await chunks.reuseVectors(
      context.ownerId,
      model,
      inputs.flatMap((input) => input.chunks),
    );
    done.reused += known.length;
    await forEach(batchesOf(without(inputs, new Set(known)), bounds), width, async (batch) => {
      const { vectors, tokens } = await embedder.embed(
        batch.map(({ text }) => text),
        context.signal,
      );
      const length = vectors[0]?.length ?? 0;
      dimensions ??= length;
      if (length !== dimensions) throw changed(model, dimensions, length);
      const made = batch.flatMap((input, index) => withVector(input, vectors[index]));
      await chunks.saveVectors(model, made);
      done.embedded += made.length;
      done.tokens += tokens;
    });
    onProgress(done.embedded + done.reused);
    await setImmediate();
  }
}

function without(inputs: readonly EmbeddingInput[], known: ReadonlySet<string>): readonly EmbeddingInput[] {
  return inputs.filter(({ chunks }) => chunks.some(({ chunkId }) => !known.has(chunkId)));
}

function withVector({ chunks }: EmbeddingInput, vector: Float32Array | undefined) {
  return vector === undefined ? [] : chunks.map((chunk) => ({ ...chunk, vector }));
}

/** Vectors of different lengths cannot be compared: search would no longer find the earlier ones. */
function changed(model: string, before: number, now: number): ProviderError {
  return new ProviderError(
    'PROVIDER_WRONG_DIMENSIONS',
    `${model} gives vectors of ${now} dimensions; those you have of it have ${before}. It is another model now: give it another name.`,
    false,
  );
}
