const DAY_SECONDS = 86_400;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;

/** A day number as an ISO 8601 date with its time, to the second; null when it is no day of the calendar. */
export function serialDateTime(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return null;
  // In the 1900 system the year 1900 has a 29 February, so the days before it are one off.
  const days = !from1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * DAY_SECONDS);
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000).toISOString().slice(0, 19);
}

/** A share of a day, or more, as `hours:minutes:seconds`. */
export function duration(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS);
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = serial < 0 ? '-' : '';
  return `${sign}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
