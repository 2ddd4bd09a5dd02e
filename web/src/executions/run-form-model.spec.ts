import type { InputDeclaration, WorkflowDefinition } from '#definition';
import { readForm, runFormOf } from './run-form-model.js';

function withInputs(
  inputs: Record<string, InputDeclaration>,
  types: readonly string[] = [],
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    inputs,
    variables: {},
    steps: types.map((type, index) => ({ id: `s${index}`, type, configuration: {} })),
    connections: [],
    metadata: {},
  };
}

describe('runFormOf', () => {
  it('makes a field of every input but documents', () => {
    const { fields } = runFormOf(
      withInputs({
        question: { type: 'string', required: true },
        limit: { type: 'number', default: 5 },
        strict: { type: 'boolean', default: true },
        filter: { type: 'object' },
        files: { type: 'documents' },
      }),
      {},
    );
    expect(fields.map(({ name, kind, initial }) => [name, kind, initial])).toEqual([
      ['question', 'text', ''],
      ['limit', 'number', '5'],
      ['strict', 'flag', 'true'],
      ['filter', 'json', ''],
    ]);
  });

  it('begins with the inputs of an earlier execution', () => {
    const { fields } = runFormOf(withInputs({ question: { type: 'string', default: 'x' } }), {
      question: 'Why?',
    });
    expect(fields[0]?.initial).toBe('Why?');
  });

  it('asks for documents when an input or a step wants them', () => {
    expect(runFormOf(withInputs({}), {}).documents).toBe('none');
    expect(runFormOf(withInputs({}, ['document_ingestion']), {}).documents).toBe('optional');
    expect(runFormOf(withInputs({ files: { type: 'documents', required: true } }), {}).documents).toBe(
      'required',
    );
  });
});

describe('readForm', () => {
  const { fields } = runFormOf(
    withInputs({
      question: { type: 'string', required: true },
      limit: { type: 'number' },
      strict: { type: 'boolean' },
      tags: { type: 'array' },
    }),
    {},
  );

  it('gives values of the declared types and leaves empty ones out', () => {
    const { input, mistakes } = readForm(fields, {
      question: 'Why?',
      limit: '',
      strict: 'true',
      tags: '["a"]',
    });
    expect(input).toEqual({ question: 'Why?', strict: true, tags: ['a'] });
    expect(mistakes).toEqual({});
  });

  it('names every field that cannot be read', () => {
    const { mistakes } = readForm(fields, { question: '  ', limit: 'many', tags: '{}' });
    expect(mistakes).toEqual({
      question: 'This is needed.',
      limit: 'Enter a number.',
      tags: 'Enter a JSON list.',
    });
    expect(readForm(fields, { question: 'x', tags: '[' }).mistakes['tags']).toContain('not JSON');
  });
});
