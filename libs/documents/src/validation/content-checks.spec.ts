import type { Json } from '#definition';
import { contentFaults } from './content-checks.js';
import type { ContentRules } from './content-checks.js';

const NOTHING: ContentRules = {
  requiredFields: [],
  personalData: [],
  noDuplicates: false,
  uniqueField: null,
  language: null,
  minimumLength: null,
  maximumLength: null,
  minimumGroundedness: null,
};
const check = (value: Json, rules: Partial<ContentRules>): unknown =>
  contentFaults(value, { ...NOTHING, ...rules });

describe('what a value holds', () => {
  it('is looked at item by item, and each fault names the item and the rule', () => {
    const people: Json = [
      { name: 'Ann', mail: 'ann@example.org' },
      { name: ' ' },
      { name: 'Bo', tags: ['a/b@c.org'] },
    ];

    expect(check(people, { requiredFields: ['name'], personalData: ['email'] })).toEqual([
      { name: 'personalData', item: '/0/mail', message: 'holds an e-mail address' },
      { name: 'requiredFields', item: '/1', message: 'has no "name"' },
      { name: 'personalData', item: '/2/tags/0', message: 'holds an e-mail address' },
    ]);
  });

  it('must have its required fields, also those within others, and none that it inherits', () => {
    const rules = { requiredFields: ['customer.name', 'toString', 'total'] };

    expect(check({ customer: { name: 'Ann' }, total: 0 }, rules)).toEqual([
      { name: 'requiredFields', message: 'has no "toString"' },
    ]);
  });

  it('may not say the same twice, whatever case, spaces and order of fields', () => {
    expect(check(['One two', 'three', ' one  TWO '], { noDuplicates: true })).toEqual([
      { name: 'noDuplicates', item: '/2', message: 'says the same as /0' },
    ]);
    expect(
      check(
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        { noDuplicates: true },
      ),
    ).toHaveLength(1);
    const byNumber = { noDuplicates: true, uniqueField: 'number' };
    expect(check([{ number: 7, a: 1 }, { number: 7, a: 2 }, {}, {}], byNumber)).toHaveLength(1);
  });

  it('has a length in characters, not in bytes', () => {
    expect(check('😀😀😀', { minimumLength: 3, maximumLength: 3 })).toEqual([]);
    expect(check('😀😀', { minimumLength: 3 })).toEqual([
      { name: 'minimumLength', message: 'has 2 characters, fewer than 3' },
    ]);
    expect(check([{ text: 'four' }], { maximumLength: 3 })).toEqual([
      { name: 'maximumLength', item: '/0', message: 'has 4 characters, more than 3' },
    ]);
  });

  it('is in a language, when there are words enough to tell', () => {
    const english = 'The leave of an employee is paid for by the company.';

    expect(check(english, { language: 'en' })).toEqual([]);
    expect(check(english, { language: 'de' })).toEqual([
      { name: 'language', message: 'seems to be en, not de' },
    ]);
    expect(check('Leave is paid.', { language: 'de' })).toEqual([]);
  });

  it('rests on its sources', () => {
    expect(check({ answer: 'So.', groundedness: 0.8 }, { minimumGroundedness: 0.8 })).toEqual([]);
    expect(check({ answer: 'So.', groundedness: 0.7 }, { minimumGroundedness: 0.8 })).toEqual([
      { name: 'minimumGroundedness', message: 'has a groundedness of 0.7, below 0.8' },
    ]);
    expect(check('So.', { minimumGroundedness: 0.8 })).toEqual([
      { name: 'minimumGroundedness', message: 'is no answer with a groundedness' },
    ]);
  });

  it('is every passage when passages arrive', () => {
    const found = { query: 'q', confidence: 1, passages: [{ text: 'Call +49 30 901820' }] };

    expect(check(found, { personalData: ['phone'] })).toEqual([
      { name: 'personalData', item: '/passages/0/text', message: 'holds a phone number' },
    ]);
  });
});
