import { connectionPath, goesBack, TURN } from './connection-path.js';

describe('path of a connection', () => {
  it('is a curve when it goes on', () => {
    const { path, label } = connectionPath({ x: 0, y: 0 }, { x: 100, y: 40 }, null);
    expect(path).toMatch(/^M0,0 C/);
    expect(label).toEqual({ x: 50, y: 20 });
  });

  it('turns, goes back along its lane and turns again when it leads to the left', () => {
    const from = { x: 500, y: 10 };
    const to = { x: 100, y: 300 };
    const { path, label } = connectionPath(from, to, 120);
    expect(goesBack(from, to)).toBe(true);
    expect(path).not.toContain('C');
    expect(path).toContain(`${500 + TURN - 12},120`);
    expect(label.y).toBe(120);
  });

  it('takes a step straight below its source as one to the left', () => {
    expect(goesBack({ x: 212, y: 60 }, { x: 0, y: 200 })).toBe(true);
    expect(goesBack({ x: 212, y: 60 }, { x: 240, y: 200 })).toBe(false);
  });
});
