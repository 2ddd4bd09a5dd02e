import { batchesOf } from '../providers/batches.js';
import type { ChatMessage } from '../providers/model-client.js';
import { StepFailure } from '../step-failure.js';
import { forEach } from '../steps/for-each.js';
import type { MeteredModel } from './metered-model.js';
import { notesPrompt, promptTokens, saysNothing } from './model-prompt.js';
import type { Source } from './model-prompt.js';

/** Calls at one time. */
const WIDTH = 2;
/** Tokens are counted source by source; at the seams it may be one or two more. */
const TOLERANCE = 4;

export interface Condensing {
  readonly question: string;
  readonly model: MeteredModel;
  /** Tokens of one prompt, at most. */
  readonly promptLimit: number;
  /** Whether these sources fit into the prompt that answers. */
  readonly fit: (sources: readonly Source[]) => boolean;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Sources that fit into one prompt: those given, or notes that the model takes of them part by part, and of its notes
 * again while they are too long. Citations keep their numbers. Gives nothing when nothing bears on the question.
 */
export async function condenseSources(
  sources: readonly Source[],
  task: Condensing,
): Promise<readonly Source[]> {
  if (!task.fit([])) throw tooLong(task.promptLimit);
  let left = sources;
  while (left.length > 0 && !task.fit(left)) {
    const prompts = partsOf(left, task).map((part) => notesPrompt(task.question, part));
    // Notes of single sources need not get shorter: as many as before would go on for ever.
    if (prompts.length === left.length && left !== sources) throw tooLong(task.promptLimit);
    left = await takeNotes(prompts, task);
  }
  return left;
}

async function takeNotes(
  prompts: readonly (readonly ChatMessage[])[],
  { model, progress }: Condensing,
): Promise<readonly Source[]> {
  model.allow(prompts);
  const notes = new Map<number, string>();
  let done = 0;
  progress(done, prompts.length);
  await forEach([...prompts.entries()], WIDTH, async ([index, prompt]) => {
    const { text } = await model.ask(prompt);
    if (!saysNothing(text)) notes.set(index, text);
    done += 1;
    progress(done, prompts.length);
  });
  return [...notes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, text]) => ({ label: `Notes ${index + 1}`, text }));
}

/** The sources in order, in few parts that fit into a prompt each. */
function partsOf(sources: readonly Source[], { question, promptLimit }: Condensing): Source[][] {
  const around = promptTokens(notesPrompt(question, []));
  const measured = sources.map((source) => ({
    source,
    tokens: promptTokens(notesPrompt(question, [source])) - around + TOLERANCE,
  }));
  if (measured.some(({ tokens }) => around + tokens > promptLimit)) throw tooLong(promptLimit);
  return batchesOf(measured, { items: sources.length, tokens: promptLimit - around }).map((part) =>
    part.map(({ source }) => source),
  );
}

function tooLong(limit: number): StepFailure {
  return new StepFailure(
    'INPUT_TOO_LARGE',
    `The passages do not fit into prompts of ${limit} tokens: raise "maximumPromptTokens", or search for fewer.`,
    false,
  );
}
