import { createHash } from 'node:crypto';
const LONGEST_EXPRESSION = 4_000;

/** Values of a transform that take up 4 KB each: of text within the expression that is made of it. */
export function long(expression: (text: string) => string, count: number): string {
  const values = Array.from({ length: count }, (_, index) => `v${index}: "${expression(noise(index))}"`);
  return values.join(', ');
}

/** What cannot be packed: the same each time, and nothing in it comes twice. */
function noise(seed: number): string {
  let text = '';
  for (let part = 0; text.length < LONGEST_EXPRESSION; part += 1)
    text += createHash('sha512').update(`${seed} ${part}`).digest('base64url');
  return text.slice(0, LONGEST_EXPRESSION);
}
