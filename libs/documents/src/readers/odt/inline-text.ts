import { childAt, elementsOf, textOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

/** Elements in a paragraph whose text is not part of it: comments, readings, what floats beside it. */
const ASIDE: ReadonlySet<string> = new Set([
  'annotation',
  'ruby-text',
  'frame',
  'custom-shape',
  'bookmark-ref-start',
]);

/** The text of a paragraph as one line; notes are put where they are referred to as `[1]` and told to `note`. */
export function inlineText(element: XmlElement, note: (note: XmlElement) => void): string {
  return rawText(element, note).replace(/\s+/g, ' ').trim();
}

function rawText(element: XmlElement, note: (note: XmlElement) => void): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (ASIDE.has(child.name)) return '';
      switch (child.name) {
        case 's':
        case 'tab':
        case 'line-break':
          return ' ';
        case 'note':
          note(child);
          return citationOf(child);
        default:
          return rawText(child, note);
      }
    })
    .join('');
}

/** The sign that refers to a note, as it is shown. */
export function citationOf(note: XmlElement): string {
  const citation = childAt(note, 'note-citation');
  return `[${citation === undefined ? '*' : textOf(citation).trim()}]`;
}

/** What floats beside a paragraph and holds text of its own. */
export function textBoxesOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'text-box' || child.name === 'custom-shape') return [child];
    return child.name === 'annotation' || child.name === 'note' ? [] : textBoxesOf(child);
  });
}
