import type { BlockKind } from '../../ports.js';
import { rowText } from '../row-text.js';
import type { TextBuilder } from '../text-builder.js';
import { attributeOf, childAt, elementsOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import { citationOf, inlineText, textBoxesOf } from './inline-text.js';
import type { ParagraphStyles } from './paragraph-styles.js';
import { tableRows } from './table-rows.js';

/** What stands in the text but is no text of it; deleted text, and directories that repeat the headings. */
const LEFT_OUT = /^(tracked-changes|annotation|forms|.*-decls|table-of-content|.*-index|bibliography)$/;

/** Adds a text's blocks in order, and its notes at the end. */
export class ContentWalk {
  readonly #notes: XmlElement[] = [];

  constructor(
    private readonly builder: TextBuilder,
    private readonly styles: ParagraphStyles,
  ) {}

  add(container: XmlElement): void {
    this.#children(container, -1);
    // A note may refer to another, which then comes after it.
    for (const note of this.#notes) {
      const text = this.#allText(childAt(note, 'note-body'));
      this.builder.add('list-item', `${citationOf(note)} ${text}`);
    }
  }

  /** `level` is the depth of the list that the container stands in, -1 outside of lists. */
  #children(container: XmlElement, level: number): void {
    for (const child of elementsOf(container)) this.#element(child, level);
  }

  #element(element: XmlElement, level: number): void {
    switch (element.name) {
      case 'h':
        this.builder.heading(Number(attributeOf(element, 'outline-level') ?? 1) || 1, this.#line(element));
        return;
      case 'p':
        this.#paragraph(element, level);
        return;
      case 'list':
        this.#children(element, level + 1);
        return;
      case 'table':
        this.#table(element);
        return;
      default:
        if (!LEFT_OUT.test(element.name)) this.#children(element, level);
    }
  }

  #paragraph(paragraph: XmlElement, level: number): void {
    const style = this.styles.nameOf(paragraph);
    const text = this.#line(paragraph);
    if (style === 'Title') this.builder.heading(1, text);
    else this.builder.add(kindOf(style, level), text, null, Math.max(0, level));
    for (const box of textBoxesOf(paragraph)) this.#children(box, -1);
  }

  #table(table: XmlElement): void {
    const { hasHeader, rows } = tableRows(table, (cell) => this.#allText(cell));
    const header = hasHeader ? (rows[0] ?? null) : null;
    for (const row of hasHeader ? rows.slice(1) : rows) this.builder.add('table-row', rowText(row, header));
  }

  #line(element: XmlElement): string {
    return inlineText(element, (note) => this.#notes.push(note));
  }

  /** All paragraphs below as one line. */
  #allText(element: XmlElement | undefined): string {
    if (element === undefined) return '';
    return elementsOf(element)
      .map((child) => (/^[hp]$/.test(child.name) ? this.#line(child) : this.#allText(child)))
      .filter((text) => text !== '')
      .join(' ');
  }
}

function kindOf(style: string, level: number): Exclude<BlockKind, 'heading'> {
  if (level >= 0) return 'list-item';
  return style === 'Quotations' ? 'quote' : 'paragraph';
}
