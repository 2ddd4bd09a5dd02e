import { batchesOf } from './batches.js';

const cut = (tokens: readonly number[], bounds: { items: number; tokens: number }): number[][] =>
  batchesOf(
    tokens.map((count) => ({ tokens: count })),
    bounds,
  ).map((batch) => batch.map((item) => item.tokens));

describe('batches', () => {
  it('keep the order and both bounds', () => {
    expect(cut([1, 1, 1, 1, 1], { items: 2, tokens: 100 })).toEqual([[1, 1], [1, 1], [1]]);
    expect(cut([4, 4, 4, 1], { items: 10, tokens: 8 })).toEqual([
      [4, 4],
      [4, 1],
    ]);
  });

  it('hold alone what is above the bound by itself', () => {
    expect(cut([1, 50, 1], { items: 10, tokens: 8 })).toEqual([[1], [50], [1]]);
  });

  it('are none for nothing', () => {
    expect(cut([], { items: 10, tokens: 8 })).toEqual([]);
  });
});
