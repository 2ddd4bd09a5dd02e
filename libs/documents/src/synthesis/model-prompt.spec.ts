import type { Passage } from '../search/passage.js';
import { passageSources } from './model-prompt.js';

const PASSAGE: Passage = {
  ...{ chunkId: '1', documentId: 'd', documentName: 'handbook.md', page: 3, headingPath: ['Leave'] },
  ...{ text: 'After five years 28.', start: 30, end: 50, score: 1 },
};

describe('what a model reads of a passage', () => {
  it('is its text under its number and place', () => {
    expect(passageSources([PASSAGE])).toEqual([
      { label: '[1] handbook.md, page 3, Leave', text: 'After five years 28.' },
    ]);
  });

  it('is the text around it where the search gave it', () => {
    const text = 'Employees get 25 days. After five years 28.';
    const surroundings = { text, start: 7, end: 50, whole: true };

    expect(passageSources([{ ...PASSAGE, surroundings }])).toMatchObject([{ text }]);
  });
});
