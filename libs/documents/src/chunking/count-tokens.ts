import { countTokens as count } from 'gpt-tokenizer/encoding/cl100k_base';

/** Byte-pair encoding takes quadratic time on a run without white space, so longer runs are counted in parts. */
const LONGEST_RUN = 2_000;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN}}(?=\\S)`, 'g');

/** Text may spell a control token; here it is text like any other. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** Tokens of a text as OpenAI's embedding models count them (cl100k_base). */
export function countTokens(text: string): number {
  if (text.length <= LONGEST_RUN) return count(text, AS_TEXT);
  let total = 0;
  let from = 0;
  for (const run of text.matchAll(LONG_RUN)) {
    const to = run.index + run[0].length;
    total += count(text.slice(from, to), AS_TEXT);
    from = to;
  }
  return total + count(text.slice(from), AS_TEXT);
}
