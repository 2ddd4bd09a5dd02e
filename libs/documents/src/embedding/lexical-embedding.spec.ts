import { embedLexically, lexicalModel } from './lexical-embedding.js';

const cosine = (a: string, b: string): number => {
  const [left, right] = [embedLexically(a), embedLexically(b)];
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
};

describe('lexical vectors', () => {
  it('have the length 1 and are the same for the same text', () => {
    const vector = embedLexically('Annual leave for employees');

    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(embedLexically('Annual leave for employees')).toEqual(vector);
    expect(vector).toHaveLength(1024);
  });

  it('are near for texts with words in common, whatever their endings, and far for others', () => {
    expect(cosine('The employee requests leave', 'Employees requested their leave')).toBeGreaterThan(0.8);
    expect(Math.abs(cosine('The employee requests leave', 'Gas analysers measure oxygen'))).toBeLessThan(0.2);
  });

  it('tell the order of words', () => {
    expect(cosine('dog bites man', 'dog bites man')).toBeGreaterThan(
      cosine('dog bites man', 'man bites dog'),
    );
  });

  it('are zero for a text without words, similar to nothing', () => {
    expect(embedLexically('?! ...').every((value) => value === 0)).toBe(true);
  });

  it('say in their name what they are', () => {
    expect(lexicalModel(1024)).toBe('lexical-1024');
  });
});
