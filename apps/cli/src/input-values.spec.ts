import { CommandError } from './exit-code.js';
import { readInputs } from './input-values.js';

describe('input values', () => {
  const declarations = {
    question: { type: 'string' },
    limit: { type: 'number' },
    strict: { type: 'boolean' },
    tags: { type: 'array' },
  } as const;

  it('keeps text as it is and reads the other types as JSON', () => {
    expect(
      readInputs(['question=a=b, "c"', 'limit=3', 'strict=true', 'tags=["x"]', 'unknown=7'], declarations),
    ).toEqual({ question: 'a=b, "c"', limit: 3, strict: true, tags: ['x'], unknown: '7' });
  });

  it('takes a hostile name as a plain name', () => {
    const input = readInputs(['__proto__=x'], {});

    expect(Object.keys(input)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });

  it('refuses a name that is given twice', () => {
    expect(() => readInputs(['question=a', 'question=b'], declarations)).toThrow('question is given twice');
  });

  it.each(['question', '=x', 'limit=three', 'limit="3"', 'tags={}', 'strict=null'])('refuses %s', (pair) => {
    expect(() => readInputs([pair], declarations)).toThrow(CommandError);
  });
});
