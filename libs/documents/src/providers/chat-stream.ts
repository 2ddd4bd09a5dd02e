import { z } from 'zod';
import { eventStreamReader } from './event-stream.js';
import { checkedAnswer, invalidAnswer } from './provider-answer.js';
import { ProviderError } from './provider-error.js';

/** The last event of a stream that is whole. */
const DONE = '[DONE]';

const chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** Hears a streamed chat completion and says how many characters it has so far; what is no event it does not hear. */
export function characterCounter(onText: (characters: number) => void): (part: Uint8Array) => void {
  let characters = 0;
  return eventStreamReader((data) => {
    const [choice] = chunk.safeParse(parsed(data)).data?.choices ?? [];
    const { length } = choice?.delta?.content ?? '';
    if (length > 0) onText((characters += length));
  });
}

/** A streamed chat completion as the one that would have come whole. Throws when it broke off. */
export function wholeCompletion(body: Uint8Array): unknown {
  let [content, refusal] = ['', ''];
  let finished: string | null = null;
  let usage: unknown = null;
  let done = false;
  eventStreamReader((data) => {
    if (data === DONE) {
      done = true;
      return;
    }
    const value = parsed(data);
    if (value === undefined) throw invalidAnswer('It is not JSON.');
    const { choices, usage: counted, error } = checkedAnswer(chunk, value);
    if (error !== undefined && error !== null) throw brokenOff('It reported an error');
    const [choice] = choices;
    content += choice?.delta?.content ?? '';
    refusal += choice?.delta?.refusal ?? '';
    finished = choice?.finish_reason ?? finished;
    usage = counted ?? usage;
  })(body);
  if (!done && finished === null) throw brokenOff('Its answer ended');
  return { choices: [{ message: { content, refusal }, finish_reason: finished }], usage };
}

function brokenOff(what: string): ProviderError {
  return new ProviderError('PROVIDER_UNAVAILABLE', `The model provider broke off. ${what} half-way.`, true);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
