import { holdsIban } from './iban.js';

export const PERSONAL_DATA = ['email', 'phone', 'iban', 'credit_card'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** What is said of a text; what was found is not repeated. */
export const PERSONAL_DATA_WORDS: Readonly<Record<PersonalData, string>> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  iban: 'a bank account number (IBAN)',
  credit_card: 'a card number',
};

const EMAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/u;
/** In one piece, in fours, or as 4, 6 and 5 digits; begins with the digit of an issuer. */
const CARD =
  /(?<![\w.-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|3\d{3}([ -])\d{6}\2\d{5})(?![\w-])/g;

/** International with + or 00; national with a leading 0 and a separator; (212) 555-0123 and 212-555-0123. */
const PHONES: readonly RegExp[] = [
  /(?<![\w.])(?:\+|00)[1-9][\d ().\-/]{6,20}\d(?!\w)/g,
  /(?<![\w.+])\(?0[1-9]\d{0,4}\)?[ \-/][\d ().\-/]{4,16}\d(?!\w)/g,
  /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\w-])/g,
];
/** A date has eight digits; E.164 allows fifteen, and 00 stands before them. */
const PHONE_DIGITS = { fewest: 9, most: 17 };

/** Whether a text holds personal data of a kind, by its pattern and, where there are some, its check digits. */
export function holdsPersonalData(text: string, kind: PersonalData): boolean {
  switch (kind) {
    case 'email':
      return EMAIL.test(text);
    case 'phone':
      return PHONES.some((phone) => [...text.matchAll(phone)].some(([found]) => hasPhoneLength(found)));
    case 'iban':
      return holdsIban(text);
    case 'credit_card':
      return [...text.matchAll(CARD)].some(([found]) => passesLuhn(digitsOf(found)));
  }
}

function hasPhoneLength(found: string): boolean {
  const { length } = digitsOf(found);
  return length >= PHONE_DIGITS.fewest && length <= PHONE_DIGITS.most;
}

/** Every second digit from the right counts double; the sum of all digits ends in 0. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
