import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { choice, decimal, optionalText, settings, wholeNumber } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'result_count', type: 'number', description: 'Passages found.' },
  { name: 'top_score', type: 'number', description: 'Score of the best passage, 0 to 1.' },
  { name: 'confidence', type: 'number', description: 'How well the passages cover the question, 0 to 1.' },
];

export const search: StepType = {
  type: 'search',
  title: 'Search',
  summary: 'Finds the passages that fit a question best.',
  category: 'answers',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [{ name: 'passages', kind: 'passages', description: 'The passages, best first.' }],
  settings: settings({
    query: optionalText({
      title: 'Question',
      description: 'What to look for. Left empty: the input "question", else the only text input.',
      kind: 'template',
    }),
    mode: choice(
      {
        title: 'How to search',
        description: '"lexical" by words, "vector" by meaning, "hybrid" by both together.',
      },
      ['hybrid', 'lexical', 'vector'],
    ),
    limit: wholeNumber(
      { title: 'Most passages', description: 'How many passages to give.' },
      { min: 1, max: 100, default: 8 },
    ),
    minimumScore: decimal(
      { title: 'Lowest score', description: 'Passages below this score are left out.' },
      { min: 0, max: 1, default: 0 },
    ),
    scope: choice(
      {
        title: 'Where to search',
        description:
          '"incoming": the chunks that arrive here, else the whole collection; "collection": always all of it.',
      },
      ['incoming', 'collection'],
    ),
  }),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 60_000,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Words are ranked by BM25, vectors by cosine similarity; "hybrid" fuses both rankings.',
    'Use `confidence` in a condition to treat weak results differently.',
  ].join('\n'),
};
