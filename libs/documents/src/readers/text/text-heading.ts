/** A heading at the start of a paragraph of plain text, and what of the paragraph follows it. */
export interface TextHeading {
  readonly level: number;
  readonly text: string;
  readonly rest: string;
}

const MAXIMUM_LENGTH = 80;

/** Told by an underline (`===`, `---`) or by standing alone in capitals. */
export function textHeading(paragraph: string): TextHeading | null {
  const [first = '', second = '', ...others] = paragraph.trim().split('\n');
  const text = first.trim();
  if (text === '' || text.length > MAXIMUM_LENGTH) return null;
  const underline = /^\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$/.exec(second)?.[1];
  if (underline !== undefined) {
    return { level: underline.startsWith('=') ? 1 : 2, text, rest: others.join('\n') };
  }
  const capitals = second === '' && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && !/[.;,]$/.test(text);
  return capitals ? { level: 2, text, rest: '' } : null;
}
