import { holdsPersonalData } from './personal-data.js';
import type { PersonalData } from './personal-data.js';

describe('personal data', () => {
  it.each<[PersonalData, string]>([
    ['email', 'Write to jane.doe+news@mail.example.co.uk.'],
    ['email', 'an <a@b.de>'],
    ['phone', 'Call +49 30 901820-0 today'],
    ['phone', '0044 (0)20 7946 0958'],
    ['phone', 'Tel. 030/90 18 20 11'],
    ['phone', '(212) 555-0123'],
    ['iban', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'to gb82west12345698765432, please'],
    ['iban', 'IBAN NL91ABNA0417164300 BIC ABNANL2A'],
    ['credit_card', '4111 1111 1111 1111'],
    ['credit_card', '378282246310005'],
    ['credit_card', '3782-822463-10005'],
  ])('%s is found in %j', (kind, text) => {
    expect(holdsPersonalData(text, kind)).toBe(true);
  });

  it.each<[PersonalData, string]>([
    ['email', 'meet me @ noon, or @home'],
    ['phone', 'on 2024-01-15 or 01-02-2024'],
    ['phone', 'order 123456789012 of 4,500.00 euros'],
    ['phone', 'ISBN 978-3-16-148410-0'],
    ['iban', 'DE88 3704 0044 0532 0130 00'],
    ['iban', 'DE89 3704 0044 0532'],
    ['iban', 'XX89 3704 0044 0532 0130 00'],
    ['credit_card', '4111 1111 1111 1112'],
    ['credit_card', '2500 3600 4100'],
    ['credit_card', 'a0b4111111111111111'],
  ])('%s is not found in %j', (kind, text) => {
    expect(holdsPersonalData(text, kind)).toBe(false);
  });

  it.each<PersonalData>(['email', 'phone', 'iban', 'credit_card'])(
    'of the kind %s is looked for in long hostile texts in the time they take to read',
    (kind) => {
      for (const piece of ['a', '1', 'DE89 ', '+1 ', '0-', 'a@', '1111 ']) {
        expect(holdsPersonalData(piece.repeat(200_000 / piece.length), kind)).toBeDefined();
      }
    },
    20_000,
  );
});
