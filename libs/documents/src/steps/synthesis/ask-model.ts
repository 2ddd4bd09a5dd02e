import type { Json, JsonObject } from '#definition';
import { costOf, requireModel } from '../../providers/provider.js';
import type { Provider } from '../../providers/provider.js';
import type { PassagesArtifact } from '../../search/passage.js';
import type { StepContext } from '../../step-implementation.js';
import type { Answer } from '../../synthesis/answer.js';
import { MeteredModel } from '../../synthesis/metered-model.js';
import { writeAnswer } from '../../synthesis/write-answer.js';
import type { SettingReader } from '../read-setting.js';

/** An answer and what it took; `cost` is absent when the operator gave no prices. */
export interface Written {
  readonly answer: Answer;
  readonly data: Json;
  readonly cutOff: boolean;
  readonly tokens: number;
  readonly cost?: number;
}

interface ModelTask {
  readonly question: string;
  readonly found: PassagesArtifact;
  readonly confidence: number;
  readonly settings: SettingReader;
  readonly schema: JsonObject | null;
}

/** Lets the model write that the step names, else the operator's. */
export async function askModel(
  { question, found, confidence, settings, schema }: ModelTask,
  { settings: provider, client }: Provider,
  { signal, progress }: StepContext,
): Promise<Written> {
  const name = requireModel(settings.text('model'), provider.chatModel, 'SLUICE_CHAT_MODEL');
  const model = new MeteredModel(
    client,
    {
      model: name,
      temperature: settings.number('temperature', { otherwise: 0, minimum: 0, maximum: 2, whole: false }),
      maximumTokens: settings.number('maximumTokens', { otherwise: 800, minimum: 16, maximum: 32_000 }),
      tokenLimit:
        settings.value('tokenLimit') === undefined
          ? null
          : settings.number('tokenLimit', { otherwise: 0, minimum: 100, maximum: 10_000_000 }),
    },
    signal,
  );
  progress(0, 1, `Asking ${name}`);
  const written = await writeAnswer(
    {
      question,
      passages: found.passages,
      confidence,
      instructions: settings.text('instructions'),
      schema,
      promptLimit: settings.number('maximumPromptTokens', {
        otherwise: 16_000,
        minimum: 500,
        maximum: 1_000_000,
      }),
      // The answer itself comes after the notes.
      onRead: (done, total) => progress(done, total + 1, `Reading the passages with ${name}`),
      onText: (characters) => progress(0, 1, `${name} has written ${characters} characters`),
    },
    model,
    signal,
  );
  const cost = costOf([
    [model.input, provider.prices?.chatInput],
    [model.output, provider.prices?.chatOutput],
  ]);
  return { ...written, tokens: model.input + model.output, ...(cost === undefined ? {} : { cost }) };
}
