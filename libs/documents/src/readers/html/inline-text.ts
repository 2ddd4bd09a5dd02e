import { isElement, isText } from './dom.js';
import type { HtmlNode } from './dom.js';
import { isVisible } from './visible.js';

/** The text of a node with all white space between words collapsed; soft hyphens say nothing to a reader. */
export function inlineText(node: HtmlNode): string {
  return collapse(rawText(node));
}

export function collapse(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Text as written, with a space where an element starts a new line. */
export function rawText(node: HtmlNode): string {
  if (isText(node)) return node.textContent ?? '';
  if (!isElement(node) || !isVisible(node)) return '';
  if (node.nodeName.toUpperCase() === 'BR') return '\n';
  let text = '';
  for (const child of node.childNodes) {
    text +=
      isElement(child) && !INLINE.has(child.nodeName.toUpperCase()) ? ` ${rawText(child)} ` : rawText(child);
  }
  return text;
}

/** Elements that stand within a line; every other element starts a new one. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK METER NOBR OUTPUT ' +
    'PICTURE PROGRESS Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);
