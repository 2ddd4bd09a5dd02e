import { z } from 'zod';
import type { GuardedClient } from '../http/guarded-client.js';
import { HttpError } from '../http/http-error.js';
import { explainStatus } from './explain-status.js';
import { ProviderError } from './provider-error.js';
import type { ProviderSettings } from './provider-settings.js';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  readonly maximumTokens: number;
}

export interface ChatReply {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The provider stopped at the token limit: the text is cut off. */
  readonly cutOff: boolean;
}

export interface EmbedRequest {
  readonly model: string;
  readonly texts: readonly string[];
  /** Shorter vectors than the model's own, for models that can; null for its own. */
  readonly dimensions: number | null;
}

export interface Embeddings {
  /** One a text, in the order of the texts. */
  readonly vectors: readonly Float32Array[];
  readonly tokens: number;
}

/** Speaks the OpenAI-compatible wire format. Throws `ProviderError`, or the signal's reason when aborted. */
export interface ModelClient {
  readonly chat: (request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>;
  readonly embed: (request: EmbedRequest, signal: AbortSignal) => Promise<Embeddings>;
}

const CHAT_TIMEOUT_MS = 120_000;
const EMBED_TIMEOUT_MS = 60_000;
const MAXIMUM_BYTES = 64 * 1024 * 1024;

const usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number().optional() });
const chatResponse = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: usage.nullish(),
});
const embeddingResponse = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
  usage: usage.nullish(),
});

export function createModelClient(
  http: GuardedClient,
  settings: Pick<ProviderSettings, 'modelUrl' | 'apiKey'>,
): ModelClient {
  const post = (path: string, body: unknown, timeoutMs: number, signal: AbortSignal): Promise<unknown> =>
    postJson(http, settings, { path, body, timeoutMs, signal });
  return {
    async chat({ model, messages, temperature, maximumTokens }, signal) {
      const body = { model, messages, temperature, max_tokens: maximumTokens };
      const reply = checked(chatResponse, await post('chat/completions', body, CHAT_TIMEOUT_MS, signal));
      const [choice] = reply.choices;
      return {
        text: choice?.message.content ?? '',
        inputTokens: reply.usage?.prompt_tokens ?? 0,
        outputTokens: reply.usage?.completion_tokens ?? 0,
        cutOff: choice?.finish_reason === 'length',
      };
    },
    async embed({ model, texts, dimensions }, signal) {
      const shortened = dimensions === null ? {} : { dimensions };
      const body = { model, input: texts, encoding_format: 'float', ...shortened };
      const reply = checked(embeddingResponse, await post('embeddings', body, EMBED_TIMEOUT_MS, signal));
      const byIndex = new Map(
        reply.data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]),
      );
      const vectors = texts.flatMap((_, index) => byIndex.get(index) ?? []);
      if (vectors.length !== texts.length || new Set(vectors.map((vector) => vector.length)).size > 1) {
        throw invalid(
          `It gave ${vectors.length} vectors for ${texts.length} texts, or of different lengths.`,
        );
      }
      return { vectors, tokens: reply.usage?.prompt_tokens ?? 0 };
    },
  };
}

async function postJson(
  http: GuardedClient,
  { modelUrl, apiKey }: Pick<ProviderSettings, 'modelUrl' | 'apiKey'>,
  call: { path: string; body: unknown; timeoutMs: number; signal: AbortSignal },
): Promise<unknown> {
  const response = await http
    .request({
      method: 'POST',
      url: `${modelUrl.replace(/\/+$/, '')}/${call.path}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(apiKey === null || apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(call.body),
      // Asking a model changes nothing, and a step that asks is tried again.
      reuseConnection: true,
      timeoutMs: call.timeoutMs,
      maximumBytes: MAXIMUM_BYTES,
      signal: call.signal,
    })
    .catch((error: unknown) => {
      if (!(error instanceof HttpError)) throw error;
      if (error.fault === 'refused') throw new ProviderError('PROVIDER_REFUSED', error.message, false);
      throw new ProviderError(
        'PROVIDER_UNAVAILABLE',
        `The model provider cannot be reached. ${error.message}`,
        true,
      );
    });
  if (response.status < 200 || response.status > 299) throw explainStatus(response, Date.now());
  try {
    return JSON.parse(new TextDecoder().decode(response.body));
  } catch {
    throw invalid('It is not JSON.');
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalid(`At ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}

function invalid(reason: string): ProviderError {
  return new ProviderError(
    'PROVIDER_INVALID_RESPONSE',
    `The model provider's answer cannot be read. ${reason}`,
    true,
  );
}
