import type { StepDefinition, WorkflowDefinition } from '#definition';
import { aDefinition } from './a-definition.js';
import { FRAME_PADDING } from './frame.js';
import { arranged, layOut } from './lay-out.js';

const at = (x: number, y: number) => ({ position: { x, y } });

function boxOf(definition: WorkflowDefinition, id: string) {
  const drawn = layOut(definition).get(id);
  if (!drawn) throw new Error(`no step ${id}`);
  return drawn.box;
}

const looped: readonly StepDefinition[] = [
  { id: 'each', type: 'loop', configuration: {}, ...at(100, 200) },
  { id: 'a', type: 'transform', configuration: {}, parent: 'each', ...at(20, 60) },
  { id: 'b', type: 'transform', configuration: {}, parent: 'each', ...at(320, 100) },
];

describe('layout of containers', () => {
  it('lays a frame around its steps, whose places count from each other', () => {
    const definition = aDefinition(looped);
    const shifted = aDefinition(
      looped.map((step) =>
        step.parent === 'each' && step.position
          ? { ...step, position: { x: step.position.x - 900, y: step.position.y + 70 } }
          : step,
      ),
    );
    const [frame, a, b] = ['each', 'a', 'b'].map((id) => boxOf(definition, id));
    expect(frame).toMatchObject({ x: 100, y: 200, width: 320 + 212 + FRAME_PADDING });
    expect(a?.x).toBe(100 + FRAME_PADDING);
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBe(300);
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBe(40);
    expect(boxOf(shifted, 'b')).toEqual(b);
  });

  it('keeps room in an empty frame', () => {
    const drawn = layOut(aDefinition([{ id: 't', type: 'try', configuration: {}, ...at(0, 0) }])).get('t');
    expect(drawn?.frame?.regions.map(({ region, empty }) => [region, empty])).toEqual([
      ['body', true],
      ['finally', true],
    ]);
    expect(drawn?.box.height).toBeGreaterThan(250);
  });

  it('puts the finally region below the body, wherever the document has it', () => {
    const definition = aDefinition([
      { id: 't', type: 'try', configuration: {}, ...at(0, 0) },
      { id: 'work', type: 'transform', configuration: {}, parent: 't', ...at(20, 400) },
      { id: 'tidy', type: 'transform', configuration: {}, parent: 't', region: 'finally', ...at(20, 0) },
    ]);
    expect(boxOf(definition, 'tidy').y).toBeGreaterThan(
      boxOf(definition, 'work').y + boxOf(definition, 'work').height,
    );
  });

  it('draws containers in containers, and takes steps that contain each other as standing nowhere', () => {
    const nested = aDefinition([
      { id: 'inner', type: 'loop', configuration: {}, parent: 'outer', ...at(20, 60) },
      { id: 'deep', type: 'transform', configuration: {}, parent: 'inner', ...at(20, 60) },
      { id: 'outer', type: 'loop', configuration: {}, ...at(0, 0) },
      { id: 'x', type: 'loop', configuration: {}, parent: 'y', ...at(900, 0) },
      { id: 'y', type: 'loop', configuration: {}, parent: 'x', ...at(900, 400) },
    ]);
    expect(boxOf(nested, 'deep').x).toBe(2 * FRAME_PADDING);
    expect(boxOf(nested, 'x').x).toBe(900);
    expect(layOut(nested).size).toBe(5);
  });

  it('arranges what is inside first, then the containers beside other steps', () => {
    const definition = aDefinition(
      [...looped, { id: 'end', type: 'transform', configuration: {} }],
      ['a b', 'each end'],
    );
    const layout = arranged(definition);
    const [frame, a, b, end] = ['each', 'a', 'b', 'end'].map((id) => layout.get(id)?.box);
    expect(b?.x).toBeGreaterThanOrEqual((a?.x ?? 0) + 212);
    expect(end?.x).toBeGreaterThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0));
  });

  it('arranges what undoes a step below it', () => {
    const definition = aDefinition([
      { id: 'book', type: 'http_request', configuration: {}, compensateWith: 'release' },
      { id: 'release', type: 'http_request', configuration: {} },
    ]);
    const layout = arranged(definition);
    const [book, release] = [layout.get('book')?.box, layout.get('release')?.box];
    expect(release?.x).toBe(book?.x);
    expect(release?.y).toBeGreaterThan((book?.y ?? 0) + (book?.height ?? 0));
    expect(layout.get('release')).toMatchObject({ undoes: 'book', ports: { inputs: [], outputs: [] } });
  });
});
