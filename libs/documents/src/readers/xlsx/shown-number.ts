import type { NumberKind } from './number-format.js';
import { duration, serialDateTime } from './serial-date.js';

/** Spreadsheets calculate with 15 digits: what is stored beyond them is the noise of binary fractions. */
const DIGITS = 15;

/** A stored number as text: dates and times in ISO 8601, shares as percent, all others in plain digits. */
export function shownNumber(stored: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  switch (kind) {
    case 'date':
      return serialDateTime(value, from1904)?.slice(0, 10) ?? plain(value);
    case 'date-time':
      return serialDateTime(value, from1904) ?? plain(value);
    case 'time':
      return serialDateTime(value, from1904)?.slice(11) ?? plain(value);
    case 'duration':
      return duration(value);
    case 'percent':
      return `${plain(value * 100)}%`;
    case 'number':
      return plain(value);
  }
}

function plain(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
