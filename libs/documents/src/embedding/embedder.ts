import { requireModel, requireProvider } from '../providers/provider.js';
import type { Provider } from '../providers/provider.js';
import { ProviderError } from '../providers/provider-error.js';
import { LEXICAL_DIMENSIONS, embedLexically, lexicalModel } from './lexical-embedding.js';

/** Makes vectors of one model. */
export interface Embedder {
  /** Names the vectors in the store: the same name means they can be compared. */
  readonly model: string;
  /** Whether it knows meaning, not only words. */
  readonly semantic: boolean;
  readonly embed: (
    texts: readonly string[],
    signal: AbortSignal,
  ) => Promise<{ readonly vectors: readonly Float32Array[]; readonly tokens: number }>;
}

export interface EmbedderChoice {
  readonly provider: 'lexical' | 'openai';
  readonly model: string | null;
  /** Null: 1,024 for lexical vectors, else what the model gives by itself. */
  readonly dimensions: number | null;
}

export function chooseEmbedder(choice: EmbedderChoice, provider: Provider | null): Embedder {
  const { dimensions } = choice;
  if (choice.provider === 'lexical') return lexicalEmbedder(dimensions ?? LEXICAL_DIMENSIONS);
  const { settings, client } = requireProvider(provider);
  const model = requireModel(choice.model, settings.embeddingModel, 'SLUICE_EMBEDDING_MODEL');
  return {
    model: dimensions === null ? model : `${model}@${dimensions}`,
    semantic: true,
    embed: (texts, signal) => client.embed({ model, texts, dimensions }, signal),
  };
}

/** The embedder that made vectors of this name, so that a question can be compared with them. */
export function embedderOf(model: string, provider: Provider | null): Embedder {
  const lexical = /^lexical-(\d+)$/.exec(model)?.[1];
  if (lexical !== undefined) return lexicalEmbedder(Number(lexical));
  const shortened = /^(.+)@(\d+)$/.exec(model);
  const choice = shortened
    ? { model: shortened[1] ?? model, dimensions: Number(shortened[2]) }
    : { model, dimensions: null };
  return chooseEmbedder({ provider: 'openai', ...choice }, provider);
}

/** What a whole collection is searched with, where no step says which vectors there are. */
export function defaultEmbedder(provider: Provider | null): Embedder {
  const model = provider?.settings.embeddingModel ?? null;
  return model === null ? lexicalEmbedder(LEXICAL_DIMENSIONS) : embedderOf(model, provider);
}

/** The vector of one text. */
export async function embedOne(embedder: Embedder, text: string, signal: AbortSignal): Promise<Float32Array> {
  const [vector] = (await embedder.embed([text], signal)).vectors;
  if (vector) return vector;
  throw new ProviderError('PROVIDER_INVALID_RESPONSE', 'The model provider gave no vector.', true);
}

function lexicalEmbedder(dimensions: number): Embedder {
  return {
    model: lexicalModel(dimensions),
    semantic: false,
    embed: async (texts) => ({ vectors: texts.map((text) => embedLexically(text, dimensions)), tokens: 0 }),
  };
}
