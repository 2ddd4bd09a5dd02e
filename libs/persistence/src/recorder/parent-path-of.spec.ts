import { isRound, parentPathOf } from './parent-path-of.js';

describe('what an instance path stands in', () => {
  it.each([
    ['embed', ''],
    ['each', ''],
    ['each[3]', 'each'],
    ['each[3]/embed', 'each[3]'],
    ['each[3]/inner', 'each[3]'],
    ['each[3]/inner[10]', 'each[3]/inner'],
    ['guard/embed', 'guard'],
    ['', ''],
  ])('of %s is "%s"', (path, parent) => {
    expect(parentPathOf(path)).toBe(parent);
  });

  it('tells rounds from steps', () => {
    expect(['each', 'each[0]', 'each[0]/a', ''].map(isRound)).toEqual([false, true, false, false]);
  });
});
