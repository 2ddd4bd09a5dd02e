import type { InputDeclaration } from '../workflow-definition.js';
import { checkInputs } from './check-inputs.js';

const declarations: Record<string, InputDeclaration> = {
  question: { type: 'string', required: true },
  limit: { type: 'number', default: 8 },
  options: { type: 'object' },
  files: { type: 'documents', required: true },
};
const codes = (given: unknown, hasDocuments = true, declared = declarations) =>
  checkInputs(declared, given, hasDocuments).problems.map(({ code, path }) => `${code} ${path}`);

describe('the inputs of an execution', () => {
  it('are filled up with the defaults', () => {
    expect(checkInputs(declarations, { question: 'why?' }, true)).toEqual({
      values: { question: 'why?', limit: 8 },
      problems: [],
    });
  });

  it('are all missing at once, with their places', () => {
    expect(codes(undefined, false)).toEqual(['MISSING_INPUT /input/question', 'MISSING_INPUT /input/files']);
  });

  it('count null as missing', () => {
    expect(codes({ question: null })).toEqual(['MISSING_INPUT /input/question']);
  });

  it('are checked by type', () => {
    expect(codes({ question: 7, limit: '8', options: [] })).toEqual([
      'BAD_INPUT /input/question',
      'BAD_INPUT /input/limit',
      'BAD_INPUT /input/options',
    ]);
  });

  it('are refused when the workflow does not know them, also those that objects have from birth', () => {
    expect(codes({ question: 'why?', 'a/b': 1, constructor: 1 })).toEqual([
      'BAD_INPUT /input/a~1b',
      'BAD_INPUT /input/constructor',
    ]);
  });

  it('hold nothing that cannot be stored, wherever it stands', () => {
    expect(codes({ question: 'a\u0000b', options: { list: ['\ud800'] } })).toEqual([
      'BAD_INPUT /input/question',
      'BAD_INPUT /input/options/list/0',
    ]);
  });

  it('do not take documents by value', () => {
    expect(codes({ question: 'why?', files: ['x'] })).toEqual(['BAD_INPUT /input/files']);
  });

  it('have to be an object of a bounded size', () => {
    expect(codes([1])).toEqual(['BAD_INPUT /input']);
    expect(codes('text')).toEqual(['BAD_INPUT /input']);
    expect(codes({ question: 'x'.repeat(65_536) })).toEqual(['BAD_INPUT /input']);
  });
});
