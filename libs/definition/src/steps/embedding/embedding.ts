import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { choice, described, optionalText, settings, wholeNumber } from '../settings.js';
import { z } from 'zod';

const facts: readonly Fact[] = [
  { name: 'embedded_count', type: 'number', description: 'Chunks that got a vector now.' },
  {
    name: 'reused_count',
    type: 'number',
    description: 'Chunks whose text had a vector already, in this document or another of yours.',
  },
  { name: 'dimensions', type: 'number', description: 'Length of a vector.' },
  { name: 'model', type: 'string', description: 'What made the vectors.' },
  { name: 'token_count', type: 'number', description: 'Tokens sent to the provider.' },
  { name: 'cost', type: 'number', description: 'What the provider charges, in US dollars, when known.' },
];

export const embedding: StepType = {
  type: 'embedding',
  title: 'Make searchable',
  summary: 'Gives every chunk a vector, so that search finds passages by meaning and not by words alone.',
  category: 'documents',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: ['chunks'],
  gives: [{ name: 'embeddings', kind: 'embeddings', description: 'The chunks with their vectors.' }],
  settings: settings({
    provider: choice(
      {
        title: 'Provider',
        description: '"lexical" works without any account; "openai" asks the configured model service.',
      },
      ['lexical', 'openai'],
    ),
    model: optionalText(
      { title: 'Model', description: "Left empty: the provider's configured model.", kind: 'text' },
      200,
    ),
    dimensions: described(z.int().min(8).max(4096).optional(), {
      title: 'Dimensions',
      description: 'Length of a vector. Left empty: 1024 for lexical, else what the model gives.',
    }),
    batchSize: wholeNumber(
      { title: 'Batch size', description: 'Chunks sent to the provider in one call, at most.' },
      { min: 1, max: 2048, default: 64 },
    ),
    batchTokens: wholeNumber(
      {
        title: 'Tokens a call',
        description: 'Fewer chunks go into a call when they have more tokens than this together.',
      },
      { min: 1_000, max: 1_000_000, default: 100_000 },
    ),
    concurrency: wholeNumber(
      {
        title: 'Calls at a time',
        description: 'More are faster, until the provider says that it is too much.',
      },
      { min: 1, max: 16, default: 2 },
    ),
  }),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 30 * 60_000,
  hasEffect: () => true,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'A text is given to the same model with the same settings once: its vector is reused in every document of yours,',
    'costs nothing again, and goes when the last document that holds it is deleted.',
  ].join('\n'),
};
