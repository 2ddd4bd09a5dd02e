import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { choice, settings, wholeNumber } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'chunk_count', type: 'number', description: 'Chunks that the documents were cut into.' },
  { name: 'token_count', type: 'number', description: 'Tokens in all chunks together.' },
  { name: 'mean_tokens', type: 'number', description: 'Tokens in a chunk, on average.' },
];

const shape = {
  strategy: choice(
    {
      title: 'Where to cut',
      description:
        '"headings" keeps sections apart, "pages" keeps pages apart; "tokens" cuts by size alone; "sentences" cuts after each sentence.',
    },
    ['headings', 'tokens', 'sentences', 'pages'],
  ),
  size: wholeNumber(
    { title: 'Chunk size', description: 'Most tokens in a chunk. Smaller chunks cite more exactly.' },
    { min: 16, max: 8000, default: 300 },
  ),
  overlap: wholeNumber(
    {
      title: 'Overlap',
      description: 'Tokens repeated from the chunk before, so that no sentence loses its context.',
    },
    { min: 0, max: 7999, default: 40 },
  ),
  minimum: wholeNumber(
    {
      title: 'Smallest chunk',
      description: 'A chunk of fewer tokens is joined with the next, unless that gets too long.',
    },
    { min: 0, max: 8000, default: 0 },
  ),
};

export const chunking: StepType = {
  type: 'chunking',
  title: 'Cut into chunks',
  summary: 'Cuts documents into passages small enough to search and to cite.',
  category: 'documents',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: ['documents'],
  gives: [
    { name: 'chunks', kind: 'chunks', description: 'The chunks, each with its place in its document.' },
  ],
  settings: settings(shape)
    .refine(({ overlap, size }) => below(overlap, size), {
      path: ['overlap'],
      message: 'must be smaller than size',
    })
    .refine(({ minimum, size }) => below(minimum, size), {
      path: ['minimum'],
      message: 'must be smaller than size',
    }),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 10 * 60_000,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Rows of tables and blocks of code stay whole where they fit; every row names its columns.',
    'Every chunk is an exact slice of its document and keeps page and headings.',
    'The same document cut with the same settings is cut only once.',
  ].join('\n'),
};

/** Also when one of them is a template, which is known only later. */
function below(value: unknown, limit: unknown): boolean {
  return typeof value !== 'number' || typeof limit !== 'number' || value < limit;
}
