import type { JsonObject } from '#definition';
import { requireProvider } from '../../providers/provider.js';
import type { Provider } from '../../providers/provider.js';
import { passageConfidence } from '../../search/confidence.js';
import type { PassagesArtifact } from '../../search/passage.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { noAnswer } from '../../synthesis/answer.js';
import { extractiveAnswer } from '../../synthesis/extractive-answer.js';
import { passagesOf } from '../artifacts.js';
import { readSettings } from '../read-setting.js';
import { askModel } from './ask-model.js';
import type { Written } from './ask-model.js';

const CITATIONS_SHOWN = 20;
/** What an answer takes that no model wrote. */
const FREE = { data: null, cutOff: false, tokens: 0, cost: 0 };

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

    const schema = settings.schema('outputSchema');
    if (schema !== null && !byModel) {
      throw new StepFailure('BAD_INPUT', 'Only a model can fill in the "outputSchema": set one up.', false);
    }

    let written: Written;
    if (confidence < minimumConfidence || found.passages.length === 0) {
      written = { ...FREE, answer: noAnswer(question, confidence) };
    } else if (byModel) {
      const task = { question, found, confidence, settings, schema };
      written = await askModel(task, requireProvider(provider), context);
    } else {
      const maximumSentences = settings.number('maximumSentences', { otherwise: 5, minimum: 1, maximum: 50 });
      const options = { maximumSentences, minimumConfidence };
      written = { ...FREE, answer: extractiveAnswer(question, found.passages, options, confidence) };
    }
    const { answer, data, cutOff, tokens, cost } = written;
    const facts: JsonObject = {
      answer: answer.answer,
      confidence: answer.confidence,
      groundedness: answer.groundedness,
      citation_count: answer.citations.length,
      citations: answer.citations.slice(0, CITATIONS_SHOWN),
      ...(schema === null ? {} : { data }),
      cut_off: cutOff,
      token_count: tokens,
      ...(cost === undefined ? {} : { cost }),
    };
    const { artifacts } = context.stores;
    return {
      facts,
      references: {
        answer_document: await artifacts.put('answer', answer.citations.length, { ...answer, data }),
      },
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
