import { applyEdit } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';
import { aDefinition } from './a-definition.js';
import { layOut } from './lay-out.js';
import { makeRoom } from './make-room.js';
import { placeAt, placeOfDragged } from './place-at.js';
import { settle } from './settle.js';

const at = (x: number, y: number) => ({ position: { x, y } });
const transform = { type: 'transform', configuration: {} };

const steps: readonly StepDefinition[] = [
  { id: 'each', type: 'loop', configuration: {}, ...at(100, 200) },
  { id: 'a', ...transform, parent: 'each', ...at(20, 60) },
  { id: 'b', ...transform, parent: 'each', ...at(320, 60) },
  { id: 'next', ...transform, ...at(760, 200) },
];
const definition = aDefinition(steps);
const boxOf = (of: WorkflowDefinition, id: string) =>
  layOut(of).get(id)?.box ?? { x: 0, y: 0, width: 0, height: 0 };

function moved(id: string, dx: number, dy: number): WorkflowDefinition {
  const { x = 0, y = 0 } = layOut(definition).get(id)?.at ?? {};
  const positions = settle(definition, new Map([[id, { x: x + dx, y: y + dy }]]));
  return applyEdit(definition, { kind: 'move-steps', positions });
}

describe('a step dragged within its frame', () => {
  it.each([
    ['a', 60, 40],
    ['a', -80, -20],
    ['b', 100, 60],
  ])('%s by %d, %d ends where it was put, and the others stay', (id, dx, dy) => {
    const after = moved(id, dx, dy);
    const before = boxOf(definition, id);
    expect(boxOf(after, id)).toMatchObject({ x: before.x + dx, y: before.y + dy });
    const other = id === 'a' ? 'b' : 'a';
    expect(boxOf(after, other)).toEqual(boxOf(definition, other));
  });
});

describe('where a step is put', () => {
  const frame = boxOf(definition, 'each');
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };

  it('is the innermost frame there', () => {
    expect(placeAt(definition, middle)).toEqual({ parent: 'each', region: 'body' });
    expect(placeAt(definition, middle, new Set(['each']))).toEqual({ parent: null, region: 'body' });
    expect(placeAt(definition, { x: 0, y: 0 }).parent).toBeNull();
  });

  it('goes in with its middle, and out when it touches the frame no more', () => {
    const box = (x: number, y: number) => ({ x, y, width: 212, height: 88 });
    const to = (id: string, x: number, y: number) =>
      placeOfDragged(definition, id, box(x, y), new Set([id])).parent;
    expect(to('next', middle.x - 100, middle.y - 40)).toBe('each');
    expect(to('next', frame.x + frame.width - 40, middle.y)).toBeNull();
    expect(to('a', frame.x + frame.width - 40, middle.y)).toBe('each');
    expect(to('a', frame.x + frame.width + 40, middle.y)).toBeNull();
  });

  it('of one that undoes another stays with that', () => {
    const undone = aDefinition(
      steps.map((step) => (step.id === 'a' ? { ...step, compensateWith: 'b' } : step)),
    );
    expect(
      placeOfDragged(undone, 'b', { x: 4_000, y: 0, width: 212, height: 88 }, new Set(['b'])).parent,
    ).toBe('each');
  });
});

describe('a frame that grows', () => {
  it('moves what it would cover aside', () => {
    const grown = applyEdit(definition, {
      kind: 'add-step',
      step: { id: 'c', ...transform, parent: 'each', ...at(620, 60) },
    });
    const after = makeRoom(definition, grown);
    expect(boxOf(after, 'next').x - boxOf(definition, 'next').x).toBe(300);
    expect(boxOf(after, 'a')).toEqual(boxOf(definition, 'a'));
  });

  it('leaves alone what is not in its way', () => {
    const far = applyEdit(definition, { kind: 'move-steps', positions: { next: { x: 3_000, y: 200 } } });
    const grown = applyEdit(far, {
      kind: 'add-step',
      step: { id: 'c', ...transform, parent: 'each', ...at(620, 60) },
    });
    expect(makeRoom(far, grown)).toBe(grown);
  });
});
