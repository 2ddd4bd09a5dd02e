import { freeLane } from './free-lane.js';

const from = { x: 700, y: 60 };
const to = { x: 0, y: 360 };
const row = (y: number) => ({ x: 0, y, width: 690, height: 80 });

describe('lane of a connection that goes back', () => {
  it('is the middle of the gap between two rows', () => {
    expect(freeLane(from, { x: 0, y: 220 }, [row(0), row(160)])).toBe(120);
  });

  it('takes the gap nearest to halfway', () => {
    expect(freeLane(from, to, [row(0), row(110), row(230), row(400)])).toBe(210);
  });

  it('is halfway where nothing is in the way', () => {
    expect(freeLane(from, to, [{ x: 900, y: 150, width: 200, height: 100 }])).toBe(210);
    expect(freeLane(from, to, [])).toBe(210);
  });

  it('goes around what leaves no gap', () => {
    const wall = [row(0), row(90), row(180), row(270)];
    expect([-14, 364]).toContain(freeLane(from, to, wall));
  });
});
