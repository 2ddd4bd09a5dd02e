import { childAt, childrenNamed, elementsOf, textOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

export interface Paragraph {
  readonly text: string;
  /** Depth in a list, from 0. */
  readonly level: number;
}

/** The paragraphs of a text body (ECMA-376 part 1, 21.1.2), each as one line. */
export function paragraphsOf(body: XmlElement | undefined): readonly Paragraph[] {
  return childrenNamed(body, 'p')
    .map((paragraph) => ({
      text: runsOf(paragraph).replace(/\s+/g, ' ').trim(),
      level: Number(childAt(paragraph, 'pPr')?.attributes['lvl'] ?? 0) || 0,
    }))
    .filter(({ text }) => text !== '');
}

/** All paragraphs of a text body as one line. */
export function lineOf(body: XmlElement | undefined): string {
  return paragraphsOf(body)
    .map(({ text }) => text)
    .join(' ');
}

/** Only `t` holds text; between runs stand line breaks, fields and formulas. */
function runsOf(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 't') return textOf(child);
      return child.name === 'br' ? ' ' : runsOf(child);
    })
    .join('');
}
