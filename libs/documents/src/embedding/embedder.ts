import { requireModel, requireProvider } from '../providers/provider.js';
import type { Provider } from '../providers/provider.js';
import { ProviderError } from '../providers/provider-error.js';
import { LEXICAL_DIMENSIONS, embedLexically, lexicalModel } from './lexical-embedding.js';
import { promptsNamed, promptsOf } from './model-prompts.js';
import type { ModelPrompts } from './model-prompts.js';
import { unitVector } from './unit-vector.js';

/** Makes vectors of one model. */
export interface Embedder {
  /** Names the vectors in the store: the same name means they can be compared. */
  readonly model: string;
  /** Whether it knows meaning, not only words. */
  readonly semantic: boolean;
  /** The whole of what the model reads for a passage, or for a question about passages. */
  readonly asPassage: (text: string) => string;
  readonly asQuestion: (text: string) => string;
  /** Vectors of length 1, all of the same dimensions. */
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
  const { embeddingModel } = requireProvider(provider).settings;
  const model = requireModel(choice.model, embeddingModel, 'SLUICE_EMBEDDING_MODEL');
  return modelEmbedder({ model, dimensions, prompts: promptsOf(model) }, provider);
}

/** The embedder that made vectors of this name, so that a question can be compared with them. */
export function embedderOf(name: string, provider: Provider | null): Embedder {
  const lexical = /^lexical-(\d+)$/.exec(name)?.[1];
  if (lexical !== undefined) return lexicalEmbedder(Number(lexical));
  const [, model = name, dimensions, prompts] = /^(.+?)(?:@(\d+))?(?:~(\w+))?$/.exec(name) ?? [];
  return modelEmbedder(
    {
      model,
      dimensions: dimensions === undefined ? null : Number(dimensions),
      prompts: prompts === undefined ? null : promptsNamed(prompts),
    },
    provider,
  );
}

/** What a whole collection is searched with, where no step says which vectors there are. */
export function defaultEmbedder(provider: Provider | null): Embedder {
  const model = provider?.settings.embeddingModel ?? null;
  return chooseEmbedder(
    { provider: model === null ? 'lexical' : 'openai', model, dimensions: null },
    provider,
  );
}

/** The vector of one question. */
export async function embedOne(
  embedder: Embedder,
  question: string,
  signal: AbortSignal,
): Promise<Float32Array> {
  const [vector] = (await embedder.embed([embedder.asQuestion(question)], signal)).vectors;
  if (vector) return vector;
  throw new ProviderError('PROVIDER_INVALID_RESPONSE', 'The model provider gave no vector.', true);
}

function lexicalEmbedder(dimensions: number): Embedder {
  return {
    model: lexicalModel(dimensions),
    semantic: false,
    asPassage: (text) => text,
    asQuestion: (text) => text,
    embed: async (texts) => ({ vectors: texts.map((text) => embedLexically(text, dimensions)), tokens: 0 }),
  };
}

interface ModelChoice {
  readonly model: string;
  readonly dimensions: number | null;
  readonly prompts: ModelPrompts | null;
}

/** Named by all that its vectors depend on: `model@dimensions~prompts`. */
function modelEmbedder({ model, dimensions, prompts }: ModelChoice, provider: Provider | null): Embedder {
  const { client } = requireProvider(provider);
  const shortened = dimensions === null ? '' : `@${dimensions}`;
  return {
    model: `${model}${shortened}${prompts === null ? '' : `~${prompts.name}`}`,
    semantic: true,
    asPassage: (text) => `${prompts?.passage ?? ''}${text}`,
    asQuestion: (text) => `${prompts?.question ?? ''}${text}`,
    embed: async (texts, signal) => {
      const { vectors, tokens } = await client.embed({ model, texts, dimensions }, signal);
      const given = vectors[0]?.length ?? 0;
      if (dimensions !== null && given !== dimensions) {
        throw new ProviderError(
          'PROVIDER_WRONG_DIMENSIONS',
          `${model} gives vectors of ${given} dimensions although ${dimensions} were asked for: it may know one length only.`,
          false,
        );
      }
      return { vectors: vectors.map(unitVector), tokens };
    },
  };
}
