import { aDefinition } from '../../canvas/a-definition.js';
import { layOut } from '../../canvas/lay-out.js';
import { freeFrom, freePlace, roomAt } from './free-place.js';

const size = { width: 212, height: 88 };
const definition = aDefinition([
  { id: 'each', type: 'loop', configuration: {}, position: { x: 100, y: 100 } },
  { id: 'a', type: 'transform', configuration: {}, parent: 'each', position: { x: 20, y: 60 } },
]);
const inEach = { parent: 'each', region: 'body' } as const;
const a = layOut(definition).get('a')?.box ?? { x: 0, y: 0, width: 0, height: 0 };

describe('a spot for a step', () => {
  it('is right of what stands in the place', () => {
    const spot = freePlace(definition, inEach, size);
    expect(spot.x).toBeGreaterThanOrEqual(a.x + a.width);
    expect(spot.y).toBe(a.y);
  });

  it('is where it was put, unless that is taken in a frame', () => {
    const beside = { x: a.x + 40, y: a.y + 300 };
    expect(roomAt(definition, inEach, beside, size)).toEqual(beside);
    expect(roomAt(definition, inEach, { x: a.x + 40, y: a.y + 10 }, size)).toEqual(
      freePlace(definition, inEach, size),
    );
    const over = { x: 110, y: 110 };
    expect(roomAt(definition, { parent: null, region: 'body' }, over, size)).toEqual(over);
  });

  it('is the first free one further down', () => {
    const spot = freeFrom({ x: 0, y: 0 }, size, [{ x: 0, y: 0, width: 212, height: 88 }]);
    expect(spot).toEqual({ x: 0, y: 120 });
    expect(freeFrom({ x: 400, y: 0 }, size, [{ x: 0, y: 0, width: 212, height: 88 }])).toEqual({
      x: 400,
      y: 0,
    });
  });
});
