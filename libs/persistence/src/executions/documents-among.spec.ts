import type { InputDeclaration } from '#definition';
import { documentsAmong } from './documents-among.js';

const declared: Record<string, InputDeclaration> = {
  file: { type: 'documents' },
  more: { type: 'documents' },
  title: { type: 'object' },
};
const one = { $ref: 'artifact:1', kind: 'documents', count: 1, bytes: 40, sha256: 'abc' };

describe('the documents a sub-workflow is given', () => {
  it('are a reference given for an input of documents, without what an item adds to it', () => {
    const item = { ...one, id: 'd1', name: 'handbook.md' };
    expect(documentsAmong(declared, { file: item, title: {} })).toEqual({
      documents: [one],
      rest: { title: {} },
    });
  });

  it.each([
    ['nothing', {}],
    ['another kind of reference', { file: { ...one, kind: 'chunks' } }],
    ['ids', { file: ['d1'] }],
    ['a reference for another input', { title: one }],
    ['a reference for an input that is not declared', { constructor: one }],
  ])('are not %s', (_, input) => {
    expect(documentsAmong(declared, input)).toEqual({ documents: [], rest: input });
  });

  it('are told when there are different ones', () => {
    const two = { ...one, $ref: 'artifact:2' };
    expect(documentsAmong(declared, { file: one, more: one }).documents).toEqual([one]);
    expect(documentsAmong(declared, { file: one, more: two }).documents).toEqual([one, two]);
  });
});
