import { sentences } from './sentences.js';
import { stem } from './stem.js';
import { terms } from './terms.js';
import { words } from './words.js';

describe('stems', () => {
  it.each([
    // From the examples of Porter's paper, one or more a step.
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['digitizer', 'digit'],
    ['vietnamization', 'vietnam'],
    ['hopefulness', 'hope'],
    ['triplicate', 'triplic'],
    ['electrical', 'electr'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['controll', 'control'],
    ['employees', 'employe'],
  ])('%s becomes %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });

  it('leaves words of other alphabets and numbers alone', () => {
    expect(['größe', 'вода', '2025'].map(stem)).toEqual(['größe', 'вода', '2025']);
  });
});

describe('words and terms', () => {
  it('are lower case, without possessives, accents kept', () => {
    expect(words('The Company’s CAFÉ, 3.5 km')).toEqual(['the', 'company', 'café', '3', '5', 'km']);
  });

  it('are pairs of characters where a script has no spaces', () => {
    expect(words('東京都')).toEqual(['東京', '京都']);
  });

  it('leave out what questions are made of', () => {
    expect(terms('How many days of annual leave do employees get?')).toEqual([
      'dai',
      'annual',
      'leav',
      'employe',
    ]);
  });
});

describe('sentences', () => {
  const split = (text: string): string[] =>
    sentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

  it('end at full stops, but not after abbreviations or within numbers', () => {
    expect(split('It grew by 3.5 percent, e.g. in Bremen. See Fig. 3 for more.')).toEqual([
      'It grew by 3.5 percent, e.g. in Bremen.',
      'See Fig. 3 for more.',
    ]);
  });

  it('end before a figure and at every line end', () => {
    expect(split('25 more than before. 38 percent are women\nNext line')).toEqual([
      '25 more than before.',
      '38 percent are women',
      'Next line',
    ]);
  });

  it('are found in a very long line in good time', () => {
    const started = performance.now();

    expect(split('Word after word goes on. '.repeat(40_000))).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
