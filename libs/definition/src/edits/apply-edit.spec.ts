import fc from 'fast-check';
import { applyEdit, canConnect, checkDefinition, readDefinition } from '../index.js';
import type { Edit, WorkflowDefinition } from '../index.js';

function definition(draft: object): WorkflowDefinition {
  const { definition: read, problems } = readDefinition({ schemaVersion: 1, ...draft });
  if (read === null) throw new Error(JSON.stringify(problems));
  return read;
}

const start = definition({
  inputs: { q: 'string' },
  variables: { v: 'number' },
  steps: [
    {
      id: 'a',
      type: 'transform',
      configuration: { values: { x: '1', y: 'x + 1' } },
      position: { x: 0, y: 0 },
    },
    {
      id: 'b',
      type: 'search',
      conditions: ['steps.a.x > 0 AND NOT was_skipped(a)', '"steps.a.x" = q', 'broken +'],
      configuration: {
        query: 'About {{ steps.a.x }}, {{ was_skipped("a") }} and {{ q }}',
        limit: '{{ steps["a"].y }}',
      },
      assign: { v: 'steps.a.y' },
      compensateWith: 'a',
    },
    {
      id: 'c',
      type: 'condition',
      configuration: { cases: [{ port: 'p', when: 'steps.a.x = 1' }] },
      parent: 'a',
    },
  ],
  connections: [
    { sourceStep: 'a', targetStep: 'b', condition: 'steps.a.x = 1 AND x = 1' },
    { sourceStep: 'b', targetStep: 'c' },
  ],
});

describe('applyEdit', () => {
  it('adds a step, once', () => {
    const edit: Edit = { kind: 'add-step', step: { id: 'd', type: 'merge', configuration: {} } };
    const added = applyEdit(start, edit);
    expect(added.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(applyEdit(added, edit)).toBe(added);
  });

  it('removes a step with its connections', () => {
    const removed = applyEdit(start, { kind: 'remove-step', stepId: 'b' });
    expect(removed.steps.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(removed.connections).toEqual([]);
    expect(applyEdit(removed, { kind: 'remove-step', stepId: 'b' })).toBe(removed);
  });

  it('sets and removes fields of a step', () => {
    const set = applyEdit(start, {
      kind: 'configure-step',
      stepId: 'b',
      set: { name: 'Find', conditions: undefined, onError: 'route' },
    });
    expect(set.steps[1]).toMatchObject({ id: 'b', name: 'Find', onError: 'route' });
    expect(set.steps[1]).not.toHaveProperty('conditions');
    expect(applyEdit(start, { kind: 'configure-step', stepId: 'z', set: {} })).toBe(start);
  });

  it('moves steps, and only those that move', () => {
    const moved = applyEdit(start, {
      kind: 'move-steps',
      positions: { b: { x: 5, y: 6 }, a: { x: 0, y: 0 }, z: { x: 1, y: 1 } },
    });
    expect(moved.steps[1]?.position).toEqual({ x: 5, y: 6 });
    expect(moved.steps[0]).toBe(start.steps[0]);
    expect(applyEdit(start, { kind: 'move-steps', positions: { a: { x: 0, y: 0 } } })).toBe(start);
  });

  it('connects and disconnects', () => {
    const connection = { sourceStep: 'a', sourceOutput: 'out', targetStep: 'c', targetInput: 'in' };
    const connected = applyEdit(start, { kind: 'connect', connection });
    expect(connected.connections[2]).toEqual({ ...connection, id: 'a.out->c.in' });
    const again = applyEdit(connected, { kind: 'connect', connection });
    expect(again.connections[3]?.id).toBe('a.out->c.in#2');
    expect(applyEdit(connected, { kind: 'connect', connection: { ...connection, id: 'a.out->c.in' } })).toBe(
      connected,
    );
    expect(applyEdit(connected, { kind: 'disconnect', connectionId: 'a.out->c.in' })).toEqual(start);
    expect(applyEdit(start, { kind: 'disconnect', connectionId: 'nope' })).toBe(start);
  });

  it('sets and removes the condition of a connection', () => {
    const connectionId = 'b.out->c.in';
    const set = applyEdit(start, { kind: 'set-connection-condition', connectionId, condition: 'q = "x"' });
    expect(set.connections[1]?.condition).toBe('q = "x"');
    expect(applyEdit(set, { kind: 'set-connection-condition', connectionId, condition: null })).toEqual(
      start,
    );
    expect(applyEdit(set, { kind: 'set-connection-condition', connectionId, condition: ' ' })).toEqual(start);
    expect(applyEdit(start, { kind: 'set-connection-condition', connectionId: 'x', condition: '' })).toBe(
      start,
    );
  });

  it('sets inputs, variables and details', () => {
    expect(applyEdit(start, { kind: 'set-inputs', inputs: {} }).inputs).toEqual({});
    expect(applyEdit(start, { kind: 'set-variables', variables: {} }).variables).toEqual({});
    expect(applyEdit(start, { kind: 'set-details', name: 'N', metadata: { a: 1 } })).toEqual({
      ...start,
      name: 'N',
      metadata: { a: 1 },
    });
  });

  it('renames a step everywhere it is read', () => {
    const renamed = applyEdit(start, { kind: 'rename-step', stepId: 'a', to: 'first' });
    expect(renamed.steps[0]?.id).toBe('first');
    expect(renamed.steps[1]).toMatchObject({
      conditions: ['steps.first.x > 0 AND NOT was_skipped("first")', '"steps.a.x" = q', 'broken +'],
      configuration: {
        query: 'About {{ steps.first.x }}, {{ was_skipped("first") }} and {{ q }}',
        limit: '{{ steps["first"].y }}',
      },
      assign: { v: 'steps.first.y' },
      compensateWith: 'first',
    });
    expect(renamed.steps[2]).toMatchObject({
      parent: 'first',
      configuration: { cases: [{ when: 'steps.first.x = 1' }] },
    });
    expect(renamed.connections).toMatchObject([
      { sourceStep: 'first', condition: 'steps.first.x = 1 AND x = 1' },
      { sourceStep: 'b' },
    ]);
  });

  it('renames there and back without a trace, also with hyphens and digits', () => {
    for (const to of ['a-1', '1st', 'größe', 'in', 'x'.repeat(100)]) {
      const there = applyEdit(start, { kind: 'rename-step', stepId: 'a', to });
      const back = applyEdit(there, { kind: 'rename-step', stepId: to, to: 'a' });
      expect(checkDefinition(there).problems.map(({ code }) => code)).toEqual(
        checkDefinition(start).problems.map(({ code }) => code),
      );
      expect(checkDefinition(back).problems.map(({ code }) => code)).toEqual(
        checkDefinition(start).problems.map(({ code }) => code),
      );
    }
  });

  it('does not rename to a name that is taken or none, nor what is not there', () => {
    for (const [stepId, to] of [
      ['a', 'b'],
      ['a', 'no/slash'],
      ['z', 'y'],
    ] as const) {
      expect(applyEdit(start, { kind: 'rename-step', stepId, to })).toBe(start);
    }
  });

  it('never changes the definition it was given, and gives one that can be read', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      id.map((stepId): Edit => ({ kind: 'remove-step', stepId })),
      id.map((stepId): Edit => ({
        kind: 'add-step',
        step: { id: stepId, type: 'merge', configuration: {} },
      })),
      fc.tuple(id, id).map(([stepId, to]): Edit => ({ kind: 'rename-step', stepId, to })),
      fc.tuple(id, id).map(([from, to]): Edit => ({
        kind: 'connect',
        connection: { sourceStep: from, sourceOutput: 'out', targetStep: to, targetInput: 'in' },
      })),
      fc
        .record({ x: fc.integer(), y: fc.integer() })
        .map((position): Edit => ({ kind: 'move-steps', positions: { a: position } })),
    );
    const before = JSON.stringify(start);
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        const end = edits.reduce(applyEdit, start);
        return readDefinition(end).definition !== null && JSON.stringify(start) === before;
      }),
      { numRuns: 200 },
    );
  });
});

describe('canConnect', () => {
  const drawn = definition({
    steps: [
      { id: 'a', type: 'parallel', outputs: [{ name: 'x', type: 'text' }, 'y'] },
      { id: 'b', type: 'transform', inputs: [{ name: 'n', type: 'number' }] },
      { id: 'c', type: 'transform' },
      { id: 'd', type: 'transform', parent: 'a' },
    ],
    connections: [
      { sourceStep: 'a', sourceOutput: 'y', targetStep: 'b' },
      { sourceStep: 'b', targetStep: 'c' },
    ],
  });

  it.each([
    ['a', 'y', 'c', 'in', true],
    ['a', 'x', 'c', 'in', true],
    ['b', 'error', 'c', 'in', true],
    ['a', 'y', 'b', 'in', 'already connected'],
    ['a', 'x', 'b', 'n', 'gives text'],
    ['c', 'out', 'a', 'in', 'circle'],
    ['a', 'y', 'a', 'in', 'itself'],
    ['a', 'q', 'c', 'in', 'not there'],
    ['a', 'y', 'c', 'q', 'not there'],
    ['a', 'y', 'z', 'in', 'not there any more'],
    ['a', 'y', 'd', 'in', 'container'],
  ])('%s.%s -> %s.%s: %s', (source, output, target, input, expected) => {
    const answer = canConnect(drawn, source, output, target, input);
    expect(answer.ok ? true : answer.reason).toEqual(
      expected === true ? true : expect.stringContaining(String(expected)),
    );
  });
});
