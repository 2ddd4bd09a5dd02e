const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words of a text in order: lower case, without possessive `'s`; pairs of characters where a script has no spaces. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '');
  const found: string[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    if (!UNSPACED.test(word)) found.push(word);
    else found.push(...characterPairs(word));
  }
  return found;
}

function characterPairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
