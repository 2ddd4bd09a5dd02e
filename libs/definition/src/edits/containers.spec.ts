import { applyEdit, canConnect, checkDefinition, readDefinition } from '../index.js';
import type { Edit, StepDefinition, WorkflowDefinition } from '../index.js';

function definition(draft: object): WorkflowDefinition {
  const { definition: read, problems } = readDefinition({ schemaVersion: 1, ...draft });
  if (read === null) throw new Error(JSON.stringify(problems));
  return read;
}

const call = (id: string, more: object = {}): object => ({
  id,
  type: 'http_request',
  configuration: { url: 'https://example.org' },
  ...more,
});

// a -> l -> b, and in l: x -> y (undone by u), in x's neighbour t: deep
const start = definition({
  steps: [
    { id: 'a', type: 'transform', position: { x: 0, y: 0 } },
    {
      id: 'l',
      type: 'loop',
      configuration: { items: '[1]', result: 'steps.x.status' },
      position: { x: 9, y: 9 },
    },
    call('x', { parent: 'l', position: { x: 1, y: 1 } }),
    call('y', { parent: 'l', compensateWith: 'u', configuration: { url: '{{ steps.x.body }}' } }),
    call('u', { parent: 'l' }),
    { id: 't', type: 'try', parent: 'l' },
    { id: 'deep', type: 'transform', parent: 't', region: 'finally' },
    { id: 'b', type: 'transform' },
  ],
  connections: ['a.out l', 'l.done b', 'x.out y', 'y.out t'].map((text) => {
    const [from = '', targetStep = ''] = text.split(' ');
    const [sourceStep = '', sourceOutput = ''] = from.split('.');
    return { sourceStep, sourceOutput, targetStep };
  }),
});

const step = (of: WorkflowDefinition, id: string): StepDefinition | undefined =>
  of.steps.find((one) => one.id === id);
const ends = ({ connections }: WorkflowDefinition): readonly string[] =>
  connections.map(({ sourceStep, targetStep }) => `${sourceStep} ${targetStep}`);

describe('moving steps into and out of containers', () => {
  it('takes connections away that would cross the border, and what undoes a step along', () => {
    const moved = applyEdit(start, {
      kind: 'move-into',
      stepIds: ['y'],
      parent: null,
      positions: { y: { x: 5, y: 6 } },
    });
    expect(step(moved, 'y')).toMatchObject({ position: { x: 5, y: 6 } });
    expect(step(moved, 'y')).not.toHaveProperty('parent');
    expect(step(moved, 'u')).not.toHaveProperty('parent');
    expect(ends(moved)).toEqual(['a l', 'l b']);
  });

  it('keeps connections between steps that move together', () => {
    const moved = applyEdit(start, { kind: 'move-into', stepIds: ['x', 'y'], parent: 't', region: 'body' });
    expect(ends(moved)).toEqual(['a l', 'l b', 'x y']);
    expect(step(moved, 'x')).toMatchObject({ parent: 't' });
    expect(step(moved, 'x')).not.toHaveProperty('region');
  });

  it('moves from one region to the other', () => {
    const edit: Edit = { kind: 'move-into', stepIds: ['deep'], parent: 't' };
    const moved = applyEdit(start, edit);
    expect(step(moved, 'deep')).toEqual({ id: 'deep', type: 'transform', configuration: {}, parent: 't' });
    expect(applyEdit(moved, edit)).toBe(moved);
    expect(applyEdit(moved, { ...edit, region: 'finally' })).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ id: 'deep', region: 'finally' })]) as unknown,
    });
  });

  it.each<[string, Edit]>([
    ['a container into itself', { kind: 'move-into', stepIds: ['l'], parent: 'l' }],
    ['a container into one inside it', { kind: 'move-into', stepIds: ['a', 'l'], parent: 't' }],
    ['into a step that holds nothing', { kind: 'move-into', stepIds: ['b'], parent: 'a' }],
    [
      'into a region that is not there',
      { kind: 'move-into', stepIds: ['b'], parent: 'l', region: 'finally' },
    ],
    ['into nowhere', { kind: 'move-into', stepIds: ['b'], parent: 'z' }],
    ['nothing', { kind: 'move-into', stepIds: ['z'], parent: 'l' }],
  ])('ignores %s', (_, edit) => {
    expect(applyEdit(start, edit)).toBe(start);
  });
});

describe('removing', () => {
  it('a container removes all that stands in it', () => {
    const removed = applyEdit(start, { kind: 'remove-step', stepId: 'l' });
    expect(removed.steps.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(removed.connections).toEqual([]);
  });

  it('what undoes a step removes the mention of it', () => {
    const removed = applyEdit(start, { kind: 'remove-step', stepId: 'u' });
    expect(step(removed, 'y')).not.toHaveProperty('compensateWith');
  });
});

it('renaming a container keeps what stands in it', () => {
  const renamed = applyEdit(start, { kind: 'rename-step', stepId: 'l', to: 'each' });
  expect(renamed.steps.map(({ parent }) => parent ?? null)).toEqual([
    null,
    null,
    'each',
    'each',
    'each',
    'each',
    't',
    null,
  ]);
  const inside = applyEdit(start, { kind: 'rename-step', stepId: 'x', to: 'first' });
  expect(step(inside, 'l')?.configuration['result']).toBe('steps.first.status');
});

describe('copies', () => {
  const { steps, connections } = start;
  const inL = steps.filter(({ parent }) => parent !== undefined);

  it('stand where their originals stand, and speak of each other', () => {
    const pasted = applyEdit(start, {
      kind: 'paste-steps',
      steps: steps.filter(({ id }) => ['x', 'y', 'u'].includes(id)),
      connections,
      names: { x: 'x_2', y: 'y_2', u: 'u_2' },
      shift: { x: 10, y: 20 },
    });
    expect(step(pasted, 'x_2')).toMatchObject({ parent: 'l', position: { x: 11, y: 21 } });
    expect(step(pasted, 'y_2')).toMatchObject({
      parent: 'l',
      compensateWith: 'u_2',
      configuration: { url: '{{ steps.x_2.body }}' },
    });
    expect(ends(pasted).slice(4)).toEqual(['x_2 y_2']);
    expect(step(pasted, 'y')).toEqual(step(start, 'y'));
  });

  it('of a container bring what stands in it, at the same places', () => {
    const names = Object.fromEntries(['l', ...inL.map(({ id }) => id)].map((id) => [id, `${id}_2`]));
    const pasted = applyEdit(start, {
      kind: 'paste-steps',
      steps: steps.filter(({ id }) => Object.hasOwn(names, id)),
      connections,
      names,
      shift: { x: 1, y: 1 },
    });
    expect(step(pasted, 'deep_2')).toMatchObject({ parent: 't_2', region: 'finally' });
    expect(step(pasted, 'l_2')?.position).toEqual({ x: 10, y: 10 });
    expect(step(pasted, 'x_2')?.position).toEqual({ x: 1, y: 1 });
    expect(checkDefinition(pasted).valid).toBe(checkDefinition(start).valid);
  });

  it('in another definition stand in the root when there is no such container', () => {
    const empty = definition({ steps: [] });
    const pasted = applyEdit(empty, { kind: 'paste-steps', steps: inL.slice(1, 2), connections, names: {} });
    expect(pasted.steps).toEqual([
      { id: 'y', type: 'http_request', configuration: { url: '{{ steps.x.body }}' } },
    ]);
  });

  it('may swap names, and are ignored when one is taken or none is given', () => {
    const empty = definition({ steps: [] });
    const swapped = applyEdit(empty, {
      kind: 'paste-steps',
      steps: steps.filter(({ id }) => id === 'x' || id === 'y'),
      connections,
      names: { x: 'y', y: 'x' },
    });
    expect(step(swapped, 'x')?.configuration['url']).toBe('{{ steps.y.body }}');
    const paste = (names: Record<string, string>): WorkflowDefinition =>
      applyEdit(start, { kind: 'paste-steps', steps: steps.slice(0, 1), connections: [], names });
    expect(paste({ a: 'b' })).toBe(start);
    expect(paste({ a: 'no/slash' })).toBe(start);
    expect(applyEdit(start, { kind: 'paste-steps', steps: [], connections: [], names: {} })).toBe(start);
  });
});

describe('canConnect', () => {
  const drawn = definition({
    steps: [
      ...start.steps,
      {
        id: 'c',
        type: 'condition',
        parent: 'l',
        configuration: { cases: [{ port: 'break', when: 'true' }] },
      },
      { id: 'body', type: 'transform', parent: 't' },
    ],
    connections: [],
  });

  it.each([
    ['c', 'else', 'x', true],
    ['c', 'break', 'x', 'leaves the round'],
    ['x', 'out', 'u', 'undoes'],
    ['u', 'out', 'x', 'undoes'],
    ['body', 'out', 'deep', 'container'],
    ['l', 'done', 'x', 'container'],
    ['l', 'error', 'b', true],
  ])('%s.%s -> %s: %s', (source, output, target, expected) => {
    const answer = canConnect(drawn, source, output, target, 'in');
    expect(answer.ok ? true : answer.reason).toEqual(
      expected === true ? true : expect.stringContaining(String(expected)),
    );
  });
});
