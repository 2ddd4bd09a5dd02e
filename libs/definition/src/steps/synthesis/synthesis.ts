import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { choice, decimal, described, optionalText, settings, wholeNumber } from '../settings.js';
import { z } from 'zod';

const facts: readonly Fact[] = [
  { name: 'answer', type: 'string', description: 'The answer, with [1] where it cites the first passage.' },
  { name: 'confidence', type: 'number', description: 'How well the passages support the answer, 0 to 1.' },
  {
    name: 'groundedness',
    type: 'number',
    description: 'Share of the sentences that rest on the passages they cite, 0 to 1.',
  },
  { name: 'citation_count', type: 'number', description: 'Passages that the answer cites.' },
  {
    name: 'citations',
    type: 'array',
    description: 'The first 20 citations: document, page, heading and quote.',
  },
  { name: 'data', type: 'any', description: 'What the model filled in, when an output schema is set.' },
  { name: 'cut_off', type: 'boolean', description: 'Whether the model stopped at the most tokens.' },
  { name: 'token_count', type: 'number', description: 'Tokens the model read and wrote.' },
  { name: 'cost', type: 'number', description: 'What the provider charges, in US dollars, when known.' },
];

export const synthesis: StepType = {
  type: 'synthesis',
  title: 'Answer',
  summary: 'Writes an answer from the passages found, with a numbered citation for every statement.',
  category: 'answers',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: ['passages'],
  gives: [{ name: 'answer_document', kind: 'answer', description: 'The answer with all its citations.' }],
  settings: settings({
    question: optionalText({
      title: 'Question',
      description: 'What to answer. Left empty: the input "question", else the only text input.',
      kind: 'template',
    }),
    mode: choice(
      {
        title: 'How to answer',
        description:
          '"extractive" takes the best sentences from the passages; "model" lets a language model write; "auto" uses a model when one is configured.',
      },
      ['auto', 'extractive', 'model'],
    ),
    model: optionalText(
      { title: 'Model', description: 'Left empty: the configured chat model.', kind: 'text' },
      200,
    ),
    instructions: optionalText({
      title: 'Instructions',
      description: 'How the model should answer, for example in which tone or language.',
      kind: 'template',
    }),
    maximumSentences: wholeNumber(
      { title: 'Most sentences', description: 'Sentences of an extractive answer.' },
      { min: 1, max: 50, default: 5 },
    ),
    maximumTokens: wholeNumber(
      { title: 'Most tokens', description: 'Length of an answer written by a model.' },
      { min: 16, max: 32_000, default: 800 },
    ),
    maximumPromptTokens: wholeNumber(
      {
        title: 'Most tokens read at once',
        description: 'Longer passages are read part by part: the model takes notes, then answers from them.',
      },
      { min: 500, max: 1_000_000, default: 16_000 },
    ),
    tokenLimit: described(z.int().min(100).max(10_000_000).optional(), {
      title: 'Token limit',
      description: 'What the step may use in all. It fails before it uses more. Left empty: no limit.',
    }),
    outputSchema: described(z.record(z.string(), z.unknown()).optional(), {
      title: 'Output schema',
      description: 'A JSON Schema that the model fills in beside its answer; see the fact "data".',
      kind: 'schema',
    }),
    temperature: decimal(
      { title: 'Temperature', description: '0 gives the same answer each time; higher values vary.' },
      { min: 0, max: 2, default: 0 },
    ),
    minimumConfidence: decimal(
      {
        title: 'Lowest confidence',
        description: 'Below it, the answer says that the documents hold no answer, and cites nothing.',
      },
      { min: 0, max: 1, default: 0.2 },
    ),
  }),
  expressions: noExpressions,
  verbatim: ['outputSchema'],
  timeoutMs: 5 * 60_000,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Every statement cites the passage it stands on. What the documents do not say is not answered:',
    'below `minimumConfidence` the answer says so and cites nothing.',
    '`groundedness` compares words: of a sentence, the passages it cites must hold half, and every figure.',
  ].join('\n'),
};
