import type { Passage } from '../search/passage.js';
import { citedStatements } from './cited-statements.js';
import { modelAnswer } from './model-answer.js';
import { isSupported, sharedTerms } from './support.js';

const LEAVE = passage('Employees get 25 days of paid annual leave a year.', ['Annual leave']);
const DATA = passage('Our data is stored in Frankfurt.');

describe('what a statement has in common with the passages it cites', () => {
  it('is the share of its terms that they hold, headings included', () => {
    expect(sharedTerms('Annual leave is paid', [LEAVE])).toBe(1);
    expect(sharedTerms('Leave in Frankfurt', [LEAVE])).toBe(0.5);
    expect(sharedTerms('Leave in Frankfurt', [LEAVE, DATA])).toBe(1);
    expect(sharedTerms('Gas analysers measure oxygen', [LEAVE])).toBe(0);
  });

  it('supports it from one half', () => {
    expect(isSupported('Leave is generous', [LEAVE])).toBe(true);
    expect(isSupported('Leave is generous and popular', [LEAVE])).toBe(false);
    expect(isSupported('Anything', [])).toBe(false);
  });

  it('supports no figure that is not there', () => {
    expect(isSupported('Employees get 25 days of leave', [LEAVE])).toBe(true);
    expect(isSupported('Employees get 28 days of leave', [LEAVE])).toBe(false);
  });
});

describe('sentences and their citations', () => {
  it('belong together, whether the mark stands before the full stop or after it', () => {
    expect(citedStatements('One is so [1]. Two is so. [2][3] Three is so [1, 2].\nFour is so.')).toEqual([
      { text: 'One is so.', numbers: [1] },
      { text: 'Two is so.', numbers: [2, 3] },
      { text: 'Three is so.', numbers: [1, 2] },
      { text: 'Four is so.', numbers: [] },
    ]);
  });
});

describe('the groundedness of an answer', () => {
  const grounded = (reply: string): [number, boolean[]] => {
    const { groundedness, citations } = modelAnswer('Q?', reply, [LEAVE, DATA], 0.8);
    return [groundedness, citations.map(({ supported }) => supported)];
  };

  it('is the share of sentences that rest on what they cite', () => {
    expect(grounded('Employees get 25 days of leave [1]. Data is stored in Frankfurt [2].')).toEqual([
      1,
      [true, true],
    ]);
    expect(grounded('Employees get 25 days of leave [1]. Penguins swim [2].')).toEqual([0.5, [true, false]]);
  });

  it('counts a sentence that cites nothing, or a passage that does not exist, as unsupported', () => {
    expect(grounded('Employees get 25 days of leave [1]. It is sunny.')).toEqual([0.5, [true]]);
    expect(grounded('Employees get 25 days of leave [1]. Data is stored in Frankfurt [7].')).toEqual([
      0.5,
      [true],
    ]);
  });
});

function passage(text: string, headingPath: readonly string[] = []): Passage {
  const place = { documentId: 'd', documentName: 'a.md', page: null, headingPath };
  return { chunkId: text, ...place, text, start: 0, end: text.length, score: 1 };
}
