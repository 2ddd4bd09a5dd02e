/** Length by country, from the registry of ISO 13616. */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 ' +
    'LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 ' +
    'SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const CANDIDATE = /(?<![A-Z0-9])([A-Z]{2})\d{2}(?:[ -]?[A-Z0-9]){11,32}/gi;

/** Whether a text holds an international bank account number: a known country, its length, and right check digits. */
export function holdsIban(text: string): boolean {
  return [...text.matchAll(CANDIDATE)].some(([candidate, country = '']) => {
    const plain = candidate.replace(/[ -]/g, '').toUpperCase();
    const length = LENGTHS.get(country.toUpperCase());
    return length !== undefined && plain.length >= length && hasRightDigits(plain.slice(0, length));
  });
}

/** The remainder by 97 is 1 when the first four characters stand last and letters count from 10 (ISO 7064). */
function hasRightDigits(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
