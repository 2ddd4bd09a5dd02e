/** Characters of a name at most, in UTF-16 units. */
const LENGTH = 255;

/**
 * The name of an uploaded file as it is shown: Unicode kept, in composed form; without folders,
 * control characters and those that turn the direction of writing, which make `exe.fdp` read as `pdf.exe`.
 */
export function documentName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  if (/^\.*$/.test(name)) return 'document';
  return name.length <= LENGTH ? name : shortened(name);
}

/** Cut in the middle, so that the ending stays. */
function shortened(name: string): string {
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  const start = name.slice(0, LENGTH - ending.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${start}…${ending}`;
}
