import type { Json, JsonObject } from '#definition';
import type { Passage } from '../search/passage.js';
import { noAnswer } from './answer.js';
import type { Answer } from './answer.js';
import { condenseSources } from './condense-sources.js';
import type { MeteredModel } from './metered-model.js';
import { modelAnswer } from './model-answer.js';
import { modelPrompt, passageSources, promptTokens } from './model-prompt.js';
import { askForStructure } from './structured-reply.js';

export interface WritingTask {
  readonly question: string;
  readonly passages: readonly Passage[];
  readonly confidence: number;
  readonly instructions: string | null;
  readonly schema: JsonObject | null;
  /** Tokens of one prompt, at most. */
  readonly promptLimit: number;
  /** How many parts of the passages are read. */
  readonly onRead: (done: number, total: number) => void;
  /** How many characters of the answer are written. */
  readonly onText: (characters: number) => void;
}

export interface WrittenAnswer {
  readonly answer: Answer;
  /** Fits the schema; null without one, and when the passages hold no answer. */
  readonly data: Json;
  /** The model stopped at its token limit. */
  readonly cutOff: boolean;
}

/** Lets a model answer from passages: in one call, or by way of notes when they are too long for one. */
export async function writeAnswer(
  { question, passages, confidence, promptLimit, onRead, onText, ...options }: WritingTask,
  model: MeteredModel,
  signal: AbortSignal,
): Promise<WrittenAnswer> {
  const { schema } = options;
  const sources = await condenseSources(passageSources(passages), {
    question,
    model,
    promptLimit,
    fit: (some) => promptTokens(modelPrompt(question, some, options)) <= promptLimit,
    progress: onRead,
  });
  if (sources.length === 0) return { answer: noAnswer(question, 0), data: null, cutOff: false };
  const prompt = modelPrompt(question, sources, options);
  model.allow([prompt]);
  const reply =
    schema === null
      ? { ...(await model.ask(prompt, { onText })), data: null }
      : await askForStructure(model, prompt, schema, signal);
  const answer = modelAnswer(question, reply.text, passages, confidence);
  return { answer, data: answer.citations.length === 0 ? null : reply.data, cutOff: reply.cutOff };
}
