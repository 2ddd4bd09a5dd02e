const LIMIT_OF_SUM = 1.64493406685;
const MOST_POSITIONS = 255;

/**
 * How often a lexeme occurs in a tsvector, the fast way.
 *
 * `unnest(terms)` says it, but takes the whole vector apart: three times the time of a search. For
 * one lexeme with all weights 1, `ts_rank` is a known function of the number n of its positions,
 * (1 + 1/4 + ... + 1/n²) / 1.64493406685 (calc_rank_or in tsrank.c of Postgres, unchanged since
 * 8.3), which can be turned round: between the values for n - 1 and n lies a threshold, and
 * `width_bucket` finds n among them. A tsvector keeps at most 255 positions of a lexeme.
 */
export const FREQUENCY_THRESHOLDS: readonly number[] = thresholds();

function thresholds(): readonly number[] {
  let sum = 0;
  return Array.from({ length: MOST_POSITIONS }, (_, index) => {
    const step = 1 / (index + 1) ** 2;
    sum += step;
    return (sum - step / 2) / LIMIT_OF_SUM;
  });
}

/** SQL for the number of positions; `thresholds` is where `FREQUENCY_THRESHOLDS` is bound. */
export function frequencySql(terms: string, tsquery: string, thresholds: string): string {
  return `width_bucket(ts_rank('{1,1,1,1}', ${terms}, ${tsquery})::double precision, ${thresholds}::double precision[])`;
}
