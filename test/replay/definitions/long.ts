const LONGEST_EXPRESSION = 4_000;

/** Values of a transform that take up 4 KB each: of text within the expression that is made of it. */
export function long(expression: (text: string) => string, count: number): string {
  const text = 'x'.repeat(LONGEST_EXPRESSION);
  const values = Array.from({ length: count }, (_, index) => `v${index}: "${expression(text)}"`);
  return values.join(', ');
}
