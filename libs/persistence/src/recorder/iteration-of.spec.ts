import { iterationOf } from './iteration-of.js';

describe('the round a step instance stands in', () => {
  it.each([
    ['embed', null],
    ['outer[2]/embed', 2],
    ['outer[2]/inner[5]/embed', 5],
    ['outer[0]/try/embed', 0],
    ['try/embed', null],
    ['outer[2]/inner', 2],
    ['outer[2]/inner[5]', 5],
    ['', null],
  ])('of %s is %s', (path, round) => {
    expect(iterationOf(path)).toBe(round);
  });
});
