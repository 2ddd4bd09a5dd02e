import { matchColumns, rematch, unfilledInputs } from './match-columns.js';
import type { Declarations } from './match-columns.js';

const inputs: Declarations = {
  question: { type: 'string', required: true },
  maxLength: { type: 'number', default: 8 },
  files: { type: 'documents' },
};

describe('columns and inputs', () => {
  it('belong together by name, also when it is written another way', () => {
    expect([...matchColumns(['Question', 'max length', 'files', 'note'], inputs)]).toEqual([
      ['Question', 'question'],
      ['max length', 'maxLength'],
      ['files', null],
      ['note', null],
    ]);
  });

  it('belong together one to one, the exact name first', () => {
    expect([...matchColumns(['Question', 'question', 'QUESTION'], inputs)]).toEqual([
      ['Question', null],
      ['question', 'question'],
      ['QUESTION', null],
    ]);
  });

  it('can be matched by hand: an input moves to the column it is given to', () => {
    const matches = matchColumns(['question', 'note'], inputs);
    expect([...rematch(matches, 'note', 'question')]).toEqual([
      ['question', null],
      ['note', 'question'],
    ]);
    expect([...rematch(matches, 'question', null).values()]).toEqual([null, null]);
  });

  it('leave over what no column fills', () => {
    expect(unfilledInputs(matchColumns(['question'], inputs), inputs)).toEqual(['maxLength']);
  });
});
