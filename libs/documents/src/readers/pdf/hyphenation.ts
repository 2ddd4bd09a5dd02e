/** Joins the lines of a paragraph; a word broken with a hyphen at a line's end becomes whole. */
export type JoinLines = (lines: readonly string[]) => string;

const BROKEN_WORD = /(\p{L}+)[-\u2010]$/u;
const SOFT_HYPHEN_END = /\u00ad$/;
const CONTINUES = /^(\p{Ll}+)/u;
const HYPHENATED = /\p{L}+[-\u2010]\p{L}+/gu;

/**
 * Knows the words that the document writes with a hyphen within a line: those keep it when a line breaks them
 * (`well-known`); all others lose it (`infor-mation`).
 */
export function lineJoiner(allLines: Iterable<string>): JoinLines {
  const hyphenated = new Set<string>();
  for (const line of allLines) {
    for (const [word] of line.matchAll(HYPHENATED)) hyphenated.add(word.toLowerCase());
  }
  return (lines) => {
    let text = '';
    for (const line of lines) {
      const start = CONTINUES.exec(line)?.[1];
      const broken = BROKEN_WORD.exec(text)?.[1];
      if (text === '') text = line;
      else if (SOFT_HYPHEN_END.test(text)) text = text.slice(0, -1) + line;
      else if (broken !== undefined && start !== undefined) {
        const keeps = hyphenated.has(`${broken}-${start}`.toLowerCase());
        text = (keeps ? text : text.slice(0, -1)) + line;
      } else text += ` ${line}`;
    }
    return text.replaceAll('\u00ad', '');
  };
}
