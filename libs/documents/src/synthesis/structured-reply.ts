import type { Json, JsonObject } from '#definition';
import type { ChatMessage, ChatReply } from '../providers/model-client.js';
import { StepFailure } from '../step-failure.js';
import { checkSchema } from '../validation/schema-check.js';
import type { MeteredModel } from './metered-model.js';
import { saysNothing } from './model-prompt.js';

/** An answer in text, and what the model filled the schema with. */
export interface StructuredReply {
  readonly text: string;
  readonly data: Json;
  readonly cutOff: boolean;
}

const FAULTS_TOLD = 10;

/**
 * Asks for `{ answer, data }` where `data` fits a schema. A reply that does not is sent back once with what is wrong
 * with it; throws ANSWER_SCHEMA_MISMATCH when the second does not fit either.
 */
export async function askForStructure(
  model: MeteredModel,
  prompt: readonly ChatMessage[],
  schema: JsonObject,
  signal: AbortSignal,
): Promise<StructuredReply> {
  const first = await model.ask(prompt, { json: true });
  const read = await readReply(first, schema, signal);
  if (read.kind === 'fits') return read.reply;
  const repair: readonly ChatMessage[] = [
    ...prompt,
    { role: 'assistant', content: first.text },
    { role: 'user', content: `This does not fit: ${read.faults}\nReply again with the whole JSON object.` },
  ];
  model.allow([repair]);
  const again = await readReply(await model.ask(repair, { json: true }), schema, signal);
  if (again.kind === 'fits') return again.reply;
  throw new StepFailure(
    'ANSWER_SCHEMA_MISMATCH',
    `The model's answer does not fit the schema, also after it was told why. ${again.faults}`,
    false,
  );
}

type Read =
  | { readonly kind: 'fits'; readonly reply: StructuredReply }
  | { readonly kind: 'faulty'; readonly faults: string };

async function readReply(reply: ChatReply, schema: JsonObject, signal: AbortSignal): Promise<Read> {
  const value = parse(reply.text);
  if (value === undefined) return { kind: 'faulty', faults: 'It is no JSON.' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'faulty', faults: 'It is no object.' };
  }
  const { answer: text, data = null } = value as JsonObject;
  if (typeof text !== 'string') return { kind: 'faulty', faults: 'It has no text "answer".' };
  const fits: Read = { kind: 'fits', reply: { text, data, cutOff: reply.cutOff } };
  if (saysNothing(text)) return fits;
  const errors = await checkSchema({ schema, value: data }, signal);
  if (errors.length === 0) return fits;
  const told = errors.slice(0, FAULTS_TOLD).map(({ path, message }) => `data${path}: ${message}`);
  return { kind: 'faulty', faults: `${told.join('; ')}.` };
}

/** Models like to fence their JSON although they were told not to. */
function parse(text: string): Json | undefined {
  const fenced = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1];
  try {
    return JSON.parse(fenced ?? text) as Json;
  } catch {
    return undefined;
  }
}
