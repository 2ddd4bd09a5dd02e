import { copyName } from './copy-name.js';

describe('the name of a copy', () => {
  it('says that it is one, and which', () => {
    expect(copyName('Report', new Set())).toBe('Report (copy)');
    expect(copyName('Report', new Set(['Report (copy)', 'Report (copy 2)']))).toBe('Report (copy 3)');
  });

  it('fits the length of a name', () => {
    const name = copyName('x'.repeat(200), new Set());
    expect(name).toHaveLength(200);
    expect(name).toMatch(/x \(copy\)$/);
  });
});
