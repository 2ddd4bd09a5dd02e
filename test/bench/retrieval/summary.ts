import type { JsonObject } from '#definition';
import type { Asked } from '../../support/retrieval/ask.js';
import { meanQuality } from '../../support/retrieval/measures.js';

/** One way of searching over all questions. */
export interface Summary {
  readonly name: string;
  readonly settings: JsonObject;
  readonly ndcgAt10: number;
  readonly recallAt100: number;
  readonly mrrAt10: number;
  /** Of the questions with an odd and with an even number apart. */
  readonly oddNdcgAt10: number;
  readonly evenNdcgAt10: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export function summarise(name: string, settings: JsonObject, asked: readonly Asked[]): Summary {
  const { ndcgAt10, recallAt100, mrrAt10 } = meanQuality(asked.map(({ quality }) => quality));
  const half = (rest: number): number => {
    const those = asked.filter(({ question }) => Number(question.id) % 2 === rest);
    return meanQuality(those.map(({ quality }) => quality)).ndcgAt10;
  };
  const sorted = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  const percentile = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return {
    ...{
      name,
      settings,
      ndcgAt10: rounded(ndcgAt10),
      recallAt100: rounded(recallAt100),
      mrrAt10: rounded(mrrAt10),
    },
    ...{ oddNdcgAt10: rounded(half(1)), evenNdcgAt10: rounded(half(0)) },
    ...{ p50Ms: rounded(percentile(0.5)), p99Ms: rounded(percentile(0.99)) },
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
