import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { judgeSearch } from './judge-search.js';
import { searchSettings } from './search-settings.js';

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
  settings: searchSettings,
  judge: judgeSearch,
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 60_000,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Words are ranked by BM25, vectors by cosine similarity; "hybrid" fuses both rankings.',
    'Use `confidence` in a condition to treat weak results differently.',
    'Every passage tells its place and score in each ranking that has it.',
    'Small chunks with `context: section` search exactly and still give the whole section to whoever answers.',
  ].join('\n'),
};
