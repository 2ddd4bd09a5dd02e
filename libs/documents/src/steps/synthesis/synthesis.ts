import type { JsonObject } from '#definition';
import { costOf, requireModel, requireProvider } from '../../providers/provider.js';
import type { Provider } from '../../providers/provider.js';
import { passageConfidence } from '../../search/confidence.js';
import type { PassagesArtifact } from '../../search/passage.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { noAnswer } from '../../synthesis/answer.js';
import type { Answer } from '../../synthesis/answer.js';
import { extractiveAnswer } from '../../synthesis/extractive-answer.js';
import { modelAnswer } from '../../synthesis/model-answer.js';
import { modelPrompt } from '../../synthesis/model-prompt.js';
import { passagesOf } from '../artifacts.js';
import { readSettings } from '../read-setting.js';
import type { SettingReader } from '../read-setting.js';

const CITATIONS_SHOWN = 20;

/** An answer and what it took; `cost` is absent when the operator gave no prices. */
interface Written {
  readonly answer: Answer;
  readonly tokens: number;
  readonly cost?: number;
}

/** Answers a question from the passages that arrive, citing them; says so when they hold no answer. */
export function synthesis(provider: Provider | null): StepImplementation {
  return async (request, context) => {
    const settings = readSettings(request.configuration);
    const found = await arrivingPassages(request, context);
    const question = settings.text('question') ?? found.query;
    const minimumConfidence = settings.number('minimumConfidence', {
      otherwise: 0.2,
      minimum: 0,
      maximum: 1,
      whole: false,
    });
    // The search measured among more passages than it gave, but only for its own question.
    const confidence =
      question === found.query ? found.confidence : passageConfidence(question, found.passages);
    const mode = settings.choice('mode', ['auto', 'extractive', 'model']);
    const byModel = mode === 'model' || (mode === 'auto' && (provider?.settings.chatModel ?? null) !== null);

    let written: Written;
    if (confidence < minimumConfidence || found.passages.length === 0) {
      written = { answer: noAnswer(question, confidence), tokens: 0, cost: 0 };
    } else if (byModel) {
      written = await askModel({ question, found, confidence, settings }, requireProvider(provider), context);
    } else {
      const maximumSentences = settings.number('maximumSentences', { otherwise: 5, minimum: 1, maximum: 50 });
      const options = { maximumSentences, minimumConfidence };
      written = {
        answer: extractiveAnswer(question, found.passages, options, confidence),
        tokens: 0,
        cost: 0,
      };
    }
    const { answer, tokens, cost } = written;
    const facts: JsonObject = {
      answer: answer.answer,
      confidence: answer.confidence,
      citation_count: answer.citations.length,
      citations: answer.citations.slice(0, CITATIONS_SHOWN),
      token_count: tokens,
      ...(cost === undefined ? {} : { cost }),
    };
    const { artifacts } = context.stores;
    return {
      facts,
      references: { answer_document: await artifacts.put('answer', answer.citations.length, answer) },
    };
  };
}

/** The passages of all searches that arrive, each once, best searches first. */
async function arrivingPassages(
  { incoming }: StepRequest,
  { stores }: StepContext,
): Promise<PassagesArtifact> {
  const references = incoming['passages'] ?? [];
  const all = await Promise.all(references.map((reference) => passagesOf(stores.artifacts, reference)));
  const [first, ...others] = [...all].sort((a, b) => b.confidence - a.confidence);
  if (!first) {
    throw new StepFailure('INPUT_MISSING', 'No passages arrive here: connect a search step.', false);
  }
  const passages = new Map(
    [first, ...others].flatMap((found) =>
      found.passages.map((passage) => [passage.chunkId, passage] as const),
    ),
  );
  return { ...first, passages: [...passages.values()] };
}

async function askModel(
  {
    question,
    found,
    confidence,
    settings,
  }: { question: string; found: PassagesArtifact; confidence: number; settings: SettingReader },
  { settings: provider, client }: Provider,
  { signal, progress }: StepContext,
): Promise<Written> {
  const model = requireModel(settings.text('model'), provider.chatModel, 'SLUICE_CHAT_MODEL');
  progress(0, 1, `Asking ${model}`);
  const reply = await client.chat(
    {
      model,
      messages: modelPrompt(question, found.passages, settings.text('instructions')),
      temperature: settings.number('temperature', { otherwise: 0, minimum: 0, maximum: 2, whole: false }),
      maximumTokens: settings.number('maximumTokens', { otherwise: 800, minimum: 16, maximum: 32_000 }),
    },
    signal,
  );
  const cost = costOf([
    [reply.inputTokens, provider.prices?.chatInput],
    [reply.outputTokens, provider.prices?.chatOutput],
  ]);
  return {
    answer: modelAnswer(question, reply.text, found.passages, confidence),
    tokens: reply.inputTokens + reply.outputTokens,
    ...(cost === undefined ? {} : { cost }),
  };
}
