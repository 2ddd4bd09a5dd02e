import type { WorkflowDefinition } from '#definition';
import { knownNames } from './known-names.js';

//  read ─▶ find ─▶ answer       other (not before anything)
const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: { question: { type: 'string', description: 'What to ask.' } },
  variables: { confidence: { type: 'number' } },
  steps: [
    { id: 'read', type: 'document_ingestion', configuration: {} },
    { id: 'find', type: 'search', configuration: {} },
    { id: 'answer', type: 'synthesis', configuration: {} },
    { id: 'other', type: 'chunking', configuration: {} },
  ],
  connections: [
    { id: 'c1', sourceStep: 'read', sourceOutput: 'out', targetStep: 'find', targetInput: 'in' },
    { id: 'c2', sourceStep: 'find', sourceOutput: 'out', targetStep: 'answer', targetInput: 'in' },
  ],
  metadata: {},
};

const names = (place: Parameters<typeof knownNames>[1]) =>
  knownNames(definition, place).map(({ name }) => name);

describe('names known at a place', () => {
  it('are short for the step right before, and full for all before', () => {
    const known = names({ kind: 'step', id: 'answer' });
    expect(known).toContain('result_count');
    expect(known).toContain('steps.find.result_count');
    expect(known).toContain('steps.read.document_count');
    expect(known).toContain('input.question');
    expect(known).not.toContain('document_count');
    expect(known.some((name) => name.startsWith('steps.other.'))).toBe(false);
  });

  it('leave out a short name that could mean two things', () => {
    const known = names({ kind: 'step', id: 'answer' });
    expect(known).not.toContain('confidence');
    expect(known).toContain('steps.find.confidence');
    expect(known).toContain('variables.confidence');
  });

  it('are those of the source on a connection', () => {
    const known = names({ kind: 'connection', id: 'c1' });
    expect(known).toContain('document_count');
    expect(known.some((name) => name.startsWith('steps.find.'))).toBe(false);
  });

  it('do not run in circles', () => {
    const circle = {
      ...definition,
      connections: [
        ...definition.connections,
        { id: 'c3', sourceStep: 'answer', sourceOutput: 'out', targetStep: 'read', targetInput: 'in' },
      ],
    };
    expect(knownNames(circle, { kind: 'step', id: 'read' }).map(({ name }) => name)).toContain(
      'steps.find.top_score',
    );
  });
});
