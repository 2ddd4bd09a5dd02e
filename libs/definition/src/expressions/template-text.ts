/** A piece of a text with `{{ expression }}` in it. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `start` is where the expression begins in the whole text. */
  | { readonly kind: 'expression'; readonly source: string; readonly start: number };

export type TemplateText =
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'unclosed'; readonly start: number };

export function hasTemplate(text: string): boolean {
  return text.includes('{{');
}

/** Whether a text is one expression and nothing else, so that it keeps the type of its value. */
export function isWholeTemplate(text: string): boolean {
  if (!/^\s*\{\{/.test(text)) return false;
  const read = readTemplate(text);
  return read.kind === 'template' && read.parts.length === 1;
}

/** Splits a text at its templates; braces inside the quotes of an expression do not end it. `\{{` stays text. */
export function readTemplate(text: string): TemplateText {
  const parts: TemplatePart[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('\\{{', at)) {
      plain += '{{';
      at += 3;
    } else if (text.startsWith('{{', at)) {
      const end = closing(text, at + 2);
      if (end === null) return { kind: 'unclosed', start: at };
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'expression', source: text.slice(at + 2, end), start: at + 2 });
      at = end + 2;
    } else {
      plain += text[at] as string;
      at += 1;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return { kind: 'template', parts: withoutMargin(parts) };
}

/** White space around a single expression is not text. */
function withoutMargin(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const kept = parts.filter((part) => part.kind === 'expression' || part.text.trim() !== '');
  return kept.length === 1 && kept[0]?.kind === 'expression' ? kept : parts;
}

function closing(text: string, from: number): number | null {
  let quote = '';
  let braces = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') braces += 1;
    else if (character === '}' && braces > 0) braces -= 1;
    else if (character === '}' && text[at + 1] === '}') return at;
  }
  return null;
}
