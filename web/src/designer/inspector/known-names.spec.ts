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

  it('reach into containers from outside, and not out of them', () => {
    const looped: WorkflowDefinition = {
      ...definition,
      steps: [
        ...definition.steps,
        { id: 'each', type: 'loop', configuration: { items: 'x' } },
        { id: 'first', type: 'search', configuration: {}, parent: 'each' },
        { id: 'second', type: 'transform', configuration: { values: { total: '1' } }, parent: 'each' },
        { id: 'guard', type: 'try', configuration: {} },
        { id: 'tidy', type: 'transform', configuration: {}, parent: 'guard', region: 'finally' },
      ],
      connections: [
        ...definition.connections,
        { id: 'c3', sourceStep: 'read', sourceOutput: 'out', targetStep: 'each', targetInput: 'in' },
        { id: 'c4', sourceStep: 'first', sourceOutput: 'out', targetStep: 'second', targetInput: 'in' },
      ],
    };
    const at = (place: Parameters<typeof knownNames>[1]) => knownNames(looped, place).map(({ name }) => name);
    expect(at({ kind: 'step', id: 'first' })).toEqual(
      expect.arrayContaining(['document_count', 'loop.item', 'loop.index', 'steps.read.document_count']),
    );
    expect(at({ kind: 'step', id: 'second' })).toEqual(
      expect.arrayContaining(['result_count', 'steps.read.document_count']),
    );
    expect(at({ kind: 'step', id: 'each' })).not.toContain('loop.item');
    expect(at({ kind: 'step', id: 'each' }).some((name) => name.startsWith('steps.first.'))).toBe(false);
    const ended = at({ kind: 'round', id: 'each', when: 'ended' });
    expect(ended).toEqual(expect.arrayContaining(['total', 'steps.first.result_count', 'loop.item']));
    expect(at({ kind: 'step', id: 'tidy' })).toContain('error.message');
    expect(at({ kind: 'step', id: 'second' })).not.toContain('error.message');
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
