import { z } from 'zod';
import { countTokens } from '../chunking/count-tokens.js';
import type { GuardedClient, OutboundResponse } from '../http/guarded-client.js';
import { characterCounter, wholeCompletion } from './chat-stream.js';
import { withPatience } from './patience.js';
import { postToProvider } from './post-to-provider.js';
import type { ProviderCall } from './post-to-provider.js';
import { checkedAnswer, invalidAnswer } from './provider-answer.js';
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
  /** The reply has to be a JSON object. */
  readonly json?: boolean;
  /** Hears how many characters have been written so far; without it the reply is asked for in one piece. */
  readonly onText?: (characters: number) => void;
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
const STREAMED = { stream: true, stream_options: { include_usage: true } };

const usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number().optional() });
const chatResponse = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
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
  const post = (call: ProviderCall, signal: AbortSignal): Promise<unknown> =>
    withPatience(async () => valueOf(await postToProvider(http, settings, call, signal)), signal);

  return {
    async chat({ model, messages, temperature, maximumTokens, json = false, onText }, signal) {
      const format = json ? { response_format: { type: 'json_object' } } : {};
      const body = { model, messages, temperature, max_tokens: maximumTokens, ...format };
      const whole = { path: 'chat/completions', body, timeoutMs: CHAT_TIMEOUT_MS };
      const answer =
        onText === undefined
          ? await post(whole, signal)
          : await post(
              { ...whole, body: { ...body, ...STREAMED }, onPart: characterCounter(onText) },
              signal,
            ).catch((error: unknown) => {
              // Some providers refuse what they do not know of streams.
              if (!(error instanceof ProviderError) || error.code !== 'PROVIDER_REFUSED') throw error;
              return post(whole, signal);
            });
      const reply = checkedAnswer(chatResponse, answer);
      const [choice] = reply.choices;
      const text = written(choice);
      return {
        text,
        inputTokens: reply.usage?.prompt_tokens ?? tokensOf(messages.map(({ content }) => content)),
        outputTokens: reply.usage?.completion_tokens ?? tokensOf([text]),
        cutOff: choice?.finish_reason === 'length',
      };
    },
    async embed({ model, texts, dimensions }, signal) {
      const shortened = dimensions === null ? {} : { dimensions };
      const body = { model, input: texts, encoding_format: 'float', ...shortened };
      const answer = await post({ path: 'embeddings', body, timeoutMs: EMBED_TIMEOUT_MS }, signal);
      const reply = checkedAnswer(embeddingResponse, answer);
      const byIndex = new Map(
        reply.data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]),
      );
      const vectors = texts.flatMap((_, index) => byIndex.get(index) ?? []);
      if (vectors.length !== texts.length || new Set(vectors.map((vector) => vector.length)).size > 1) {
        throw invalidAnswer(
          `It gave ${vectors.length} vectors for ${texts.length} texts, or of different lengths.`,
        );
      }
      return { vectors, tokens: reply.usage?.prompt_tokens ?? tokensOf(texts) };
    },
  };
}

/** Our own count, for providers that do not tell theirs: near it, which is better than nothing at all. */
function tokensOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + countTokens(text), 0);
}

/** What the model wrote. Throws when it declined to write, which asking again does not change. */
function written(choice: z.output<typeof chatResponse>['choices'][number] | undefined): string {
  const refusal = choice?.message.refusal ?? '';
  if (refusal !== '' || choice?.finish_reason === 'content_filter') {
    throw new ProviderError('PROVIDER_REFUSED', 'The model declined to answer.', false);
  }
  const content = choice?.message.content;
  if (typeof content !== 'string') throw invalidAnswer('It holds no text.');
  return content;
}

function valueOf({ headers, body }: OutboundResponse): unknown {
  if (headers['content-type']?.startsWith('text/event-stream') === true) return wholeCompletion(body);
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw invalidAnswer('It is not JSON.');
  }
}
