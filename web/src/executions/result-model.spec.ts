import type { WorkflowDefinition } from '#definition';
import { citationsOf, piecesOfAnswer, resultsOf } from './result-model.js';

const citation = {
  number: 1,
  documentId: 'd1',
  documentName: 'report.pdf',
  page: 3,
  headingPath: ['Results'],
  start: 10,
  end: 40,
  quote: 'It rained.',
};

const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [
    { id: 'check', type: 'validation', configuration: {} },
    { id: 'answer', type: 'synthesis', name: 'Answer', configuration: {} },
  ],
  connections: [],
  metadata: {},
};

describe('resultsOf', () => {
  it('puts answers first and keeps the other facts', () => {
    const results = resultsOf(
      {
        check: { valid: true },
        answer: {
          answer: 'Rain [1].',
          confidence: 0.7,
          citations: [citation],
          token_count: 12,
          answer_document: { $ref: 'a', kind: 'answer', count: 1, bytes: 9, sha256: 'x' },
        },
      },
      definition,
    );
    expect(results.map(({ stepId, name }) => [stepId, name])).toEqual([
      ['answer', 'Answer'],
      ['check', 'check'],
    ]);
    expect(results[0]).toMatchObject({ answer: 'Rain [1].', confidence: 0.7, citations: [citation] });
    expect(results[0]?.facts).toEqual([{ name: 'token_count', value: 12 }]);
    expect(results[1]?.facts).toEqual([{ name: 'valid', value: true }]);
  });

  it('gives nothing of an output that is none', () => {
    expect(resultsOf(null, definition)).toEqual([]);
    expect(resultsOf([1], definition)).toEqual([]);
  });
});

describe('piecesOfAnswer', () => {
  it('turns markers with a citation into links, and leaves the others as text', () => {
    expect(piecesOfAnswer('Rain [1], snow [2].', [citation])).toEqual([
      { kind: 'text', text: 'Rain ' },
      { kind: 'citation', citation },
      { kind: 'text', text: ', snow ' },
      { kind: 'text', text: '[2]' },
      { kind: 'text', text: '.' },
    ]);
  });
});

describe('citationsOf', () => {
  it('leaves out what is not a citation', () => {
    expect(citationsOf([citation, null, { number: 'x' }, 'y'])).toEqual([citation]);
    expect(citationsOf('nothing')).toEqual([]);
  });
});
