import type { JsonObject } from '#definition';

interface Contender {
  readonly name: string;
  readonly settings: JsonObject;
}

/** The ways of searching that are compared. */
export const contenders: readonly Contender[] = [
  { name: 'as it comes (hybrid)', settings: {} },
  { name: 'lexical', settings: { mode: 'lexical' } },
  { name: 'vector (lexical-1024)', settings: { mode: 'vector' } },
  ...[0.5, 0.6, 0.7, 0.8, 0.9].map(weighted),
];

function weighted(lexicalWeight: number): Contender {
  return { name: `both, words weigh ${lexicalWeight}`, settings: { fusion: 'weights', lexicalWeight } };
}
