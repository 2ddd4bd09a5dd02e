import { asksForContent } from './content-settings.js';
import { validation } from './validation.js';

describe('a check of what a value holds', () => {
  it.each([[{}], [{ personalData: [], noDuplicates: false, language: 'any', uniqueField: 'id' }]])(
    'is not asked for by %j',
    (configuration) => {
      expect(asksForContent(configuration)).toBe(false);
      expect(validation.class(configuration)).toBe('pure');
    },
  );

  it.each([
    [{ personalData: ['email'] }],
    [{ minimumLength: 0 }],
    [{ noDuplicates: true }],
    [{ language: 'de' }],
  ])('is asked for by %j, and is work', (configuration) => {
    expect(asksForContent(configuration)).toBe(true);
    expect(validation.class(configuration)).toBe('work');
  });
});
