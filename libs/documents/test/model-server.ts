import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { json, startServer } from './local-server.js';

/** What a provider does with one call instead of answering it. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: object; readonly body?: unknown }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'cut' | 'half' | 'invalid-json' | 'refusal' | 'wrong-count' }
  | { readonly kind: 'dimensions'; readonly dimensions: number };

export interface ChatAsked {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string };
  readonly stream?: boolean;
}

export interface EmbeddingsAsked {
  readonly model: string;
  readonly input: readonly string[];
  readonly dimensions?: number;
}

/** Says what the model writes. */
export type Writer = (asked: ChatAsked) => string;

/** A model provider on this machine, in OpenAI's wire format. */
export interface ModelServer {
  readonly url: string;
  readonly chats: ChatAsked[];
  readonly embeddings: EmbeddingsAsked[];
  /** The next calls meet these, one each; those after them are answered. */
  readonly fail: (...faults: Fault[]) => void;
  readonly write: (writer: Writer) => void;
  /** The most calls that were open at one time. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

const DIMENSIONS = 8;

/**
 * Texts get vectors that depend on every letter; a token is a word. A `cut` ends the connection in the middle of the
 * answer; `half` ends a stream there as if it were whole.
 */
export async function startModelServer(): Promise<ModelServer> {
  const faults: Fault[] = [];
  const chats: ChatAsked[] = [];
  const embeddings: EmbeddingsAsked[] = [];
  let writer: Writer = () => 'NO_ANSWER';
  let open = 0;
  let most = 0;
  const server = await startServer(({ path, body }, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => (open -= 1));
    const fault = faults.shift() ?? null;
    const asked = JSON.parse(body) as ChatAsked & EmbeddingsAsked;
    let answer: unknown;
    if (path.endsWith('/embeddings')) {
      embeddings.push(asked);
      answer = embeddingsAnswer(asked, fault);
    } else {
      chats.push(asked);
      answer = chatAnswer(asked, fault?.kind === 'refusal' ? null : writer(asked));
    }
    if (asked.stream === true) stream(response, answer as ChatAnswer, fault);
    else respond(response, answer, fault);
  });
  return {
    url: `${server.origin}/v1`,
    chats,
    embeddings,
    fail: (...more) => void faults.push(...more),
    write: (next) => void (writer = next),
    mostAtOnce: () => most,
    close: server.close,
  };
}

function respond(response: ServerResponse, answer: unknown, fault: Fault | null): void {
  const text = JSON.stringify(answer);
  switch (fault?.kind) {
    case 'status':
      return json(response, fault.status, fault.body ?? { error: { message: 'No.' } }, fault.headers);
    case 'slow':
      return void setTimeout(() => json(response, 200, text), fault.ms);
    case 'invalid-json':
      return json(response, 200, text.slice(0, -1));
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
      return void response.write(text.slice(0, text.length / 2), () => response.destroy());
    default:
      return json(response, 200, text);
  }
}

type ChatAnswer = ReturnType<typeof chatAnswer>;

/** As server-sent events, a word each, the usage in the last before the end. */
function stream(response: ServerResponse, answer: ChatAnswer, fault: Fault | null): void {
  if (fault?.kind === 'status' || fault?.kind === 'slow') return respond(response, answer, fault);
  const { choices, usage, ...rest } = answer;
  const deltas: object[] = choices.flatMap<object>(({ message: { content, refusal } }) =>
    content === null ? [{ refusal }] : content.split(/(?<= )/).map((word) => ({ content: word })),
  );
  const events = [
    ...deltas.map((delta) => ({ ...rest, choices: [{ index: 0, delta, finish_reason: null }] })),
    { ...rest, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    { ...rest, choices: [], usage },
  ].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(': comment\n\n');
  switch (fault?.kind) {
    case 'cut':
      return void response.write(events[0], () => response.destroy());
    case 'half':
      return void response.end(events[0]);
    case 'invalid-json':
      return void response.end('data: {"choices": [\n\n');
    default:
      for (const event of events) response.write(event);
      return void response.end('data: [DONE]\n\n');
  }
}

function chatAnswer({ model, messages }: ChatAsked, content: string | null) {
  const message = {
    role: 'assistant',
    content,
    refusal: content === null ? 'I cannot help with that.' : null,
  };
  const prompt = messages.reduce((sum, { content: said }) => sum + words(said), 0);
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: { prompt_tokens: prompt, completion_tokens: words(content ?? ''), total_tokens: prompt },
  };
}

function embeddingsAnswer({ model, input, dimensions }: EmbeddingsAsked, fault: Fault | null): object {
  const length = fault?.kind === 'dimensions' ? fault.dimensions : (dimensions ?? DIMENSIONS);
  const given = fault?.kind === 'wrong-count' ? input.slice(1) : input;
  const tokens = input.reduce((sum, text) => sum + words(text), 0);
  return {
    object: 'list',
    model,
    data: given.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text, length) })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

function vectorOf(text: string, length: number): number[] {
  const digest = createHash('sha256').update(text).digest();
  return Array.from({ length }, (_, index) => (digest[index % digest.length] ?? 0) - 127.5);
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
