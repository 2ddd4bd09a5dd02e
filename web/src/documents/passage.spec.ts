import { piecesOf, placeOf } from './passage.js';

const block = { text: 'The quick brown fox.', start: 100, end: 120 };

describe('piecesOf', () => {
  it('marks a passage inside a block', () => {
    expect(piecesOf(block, { start: 104, end: 109 })).toEqual([
      { text: 'The ', marked: false },
      { text: 'quick', marked: true },
      { text: ' brown fox.', marked: false },
    ]);
  });

  it('marks the part of a passage that reaches over a block', () => {
    expect(piecesOf(block, { start: 90, end: 103 })).toEqual([
      { text: 'The', marked: true },
      { text: ' quick brown fox.', marked: false },
    ]);
    expect(piecesOf(block, { start: 90, end: 200 })).toEqual([{ text: block.text, marked: true }]);
  });

  it('marks nothing in a block that the passage only touches', () => {
    expect(piecesOf(block, { start: 120, end: 130 })).toEqual([{ text: block.text, marked: false }]);
    expect(piecesOf(block, null)).toEqual([{ text: block.text, marked: false }]);
  });
});

describe('placeOf', () => {
  it('names page and section as far as they are known', () => {
    expect(placeOf({ page: 3, headingPath: ['Results', 'Error rates'] })).toBe(
      'page 3 · Results › Error rates',
    );
    expect(placeOf({ page: null, headingPath: ['Results'] })).toBe('Results');
    expect(placeOf({ page: null, headingPath: [] })).toBe('');
  });
});
