import { changeableSettings, changedSettings, holdsTemplate } from './changeable-settings.js';

describe('settings that can be changed when a step is tried again', () => {
  it('are those of work, without what is written as an expression', () => {
    const configuration = {
      value: 5_000,
      schema: { maximum: 1_000 },
      rules: [{ name: 'a', expression: 'b' }],
    };
    const step = { id: 'check', type: 'validation', configuration };
    expect(changeableSettings(step, configuration).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['value', 'schema']),
    );
    expect(changeableSettings(step, configuration).map(({ name }) => name)).not.toContain('rules');
    const pure = { id: 't', type: 'transform', configuration: { values: { a: '1' } } };
    expect(changeableSettings(pure, pure.configuration)).toEqual([]);
  });

  it('are sent only where they differ', () => {
    expect(changedSettings({ url: 'a', method: 'GET' }, { url: 'b', method: 'GET' })).toEqual({ url: 'b' });
    expect(changedSettings({ list: [1] }, { list: [1] })).toBeNull();
  });

  it('are not filled in again', () => {
    expect(holdsTemplate({ url: 'https://example.org/{{ input.id }}' })).toBe(true);
    expect(holdsTemplate([1, 'plain'])).toBe(false);
  });
});
