import { sentences } from '../text/sentences.js';

/** A sentence of an answer and the numbers it cites. */
export interface CitedStatement {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** A citation: `[1]` or `[1, 2]`, with the space before it. */
export const MARK = /\s*\[(\d{1,9}(?:\s*,\s*\d{1,9})*)\]/g;
const LEADING_MARKS = /^(?:\s*\[\d{1,9}(?:\s*,\s*\d{1,9})*\][.,;:]?)+/;

/** The sentences of an answer, without their marks. A mark after the full stop belongs to the sentence before it. */
export function citedStatements(answer: string): readonly CitedStatement[] {
  const found: { text: string; numbers: number[] }[] = [];
  for (const { start, end } of sentences(answer, 0, answer.length)) {
    const sentence = answer.slice(start, end);
    const leading = LEADING_MARKS.exec(sentence)?.[0] ?? '';
    const before = found.at(-1);
    const own = before === undefined ? sentence : sentence.slice(leading.length);
    if (before !== undefined) before.numbers.push(...numbersIn(leading));
    const text = own.replace(MARK, '').trim();
    if (/[\p{L}\p{N}]/u.test(text)) found.push({ text, numbers: numbersIn(own) });
  }
  return found;
}

/** The numbers that the marks in a text name, in order. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(MARK)].flatMap(([, list = '']) => list.split(',').map(Number));
}
