/** What a number is shown as. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time' | 'date-time' | 'duration';

/** The formats that files refer to by number alone (ECMA-376 part 1, 18.8.30); all others are plain numbers. */
export function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time';
  if (id === 22) return 'date-time';
  return id === 46 ? 'duration' : 'number';
}

/** What a format code such as `yyyy-mm-dd` or `0.0%` makes of a number; its first section, for positive ones, says. */
export function kindOfFormat(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';', 1)[0] as string;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'duration';
  const letters = bare.replace(/general|e[+-]/gi, '').toLowerCase();
  const time = /[hs]|am\/pm|a\/p/.test(letters);
  const date = /[yd]/.test(letters) || (!time && letters.includes('m'));
  if (date) return time ? 'date-time' : 'date';
  if (time) return 'time';
  return letters.includes('%') ? 'percent' : 'number';
}
