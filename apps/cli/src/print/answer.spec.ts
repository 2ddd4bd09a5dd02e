import type { Execution } from '../run/execution.js';
import { answerLines } from './answer.js';

function anExecution(fields: Partial<Execution>): Execution {
  return {
    id: 'e1',
    status: 'COMPLETED',
    progressPercentage: 100,
    output: {},
    error: null,
    steps: [],
    stepsOmitted: 0,
    ...fields,
  };
}

const citations = [
  { number: 1, documentName: 'handbook.md', page: null, headingPath: ['Leave', 'Annual leave'] },
];

describe('the printed answer', () => {
  it('shows the answer with a numbered source a line', () => {
    const output = { answer: { answer: 'Twenty-five days [1].', citations } };

    expect(answerLines(anExecution({ output }))).toBe(
      '\nTwenty-five days [1].\n\n  [1] handbook.md, Leave > Annual leave\n',
    );
  });

  it('finds the answer inside what a merge collected', () => {
    const output = { merge: { value: { synthesize: { answer: 'Yes.', citations: [] } } } };

    expect(answerLines(anExecution({ output }))).toBe('\nYes.\n');
  });

  it('prints other outputs as they are', () => {
    expect(answerLines(anExecution({ output: { count: { total: 3 } } }))).toContain('"total": 3');
  });

  it('says what failed and where', () => {
    const error = {
      code: 'DOCUMENT_BROKEN',
      message: 'No page could be read.',
      stepId: 'ingest',
      path: 'ingest',
    };

    expect(answerLines(anExecution({ status: 'FAILED', error }))).toBe(
      '\nfailed: No page could be read. [DOCUMENT_BROKEN] at ingest\n',
    );
  });
});
