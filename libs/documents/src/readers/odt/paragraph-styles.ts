import { attributeOf, childAt, childrenNamed } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

/**
 * The named style of a paragraph: the text may point to one of its own automatic styles, which then names the
 * style that a person chose.
 */
export class ParagraphStyles {
  readonly #parents: ReadonlyMap<string, string>;

  constructor(content: XmlElement) {
    this.#parents = new Map(
      childrenNamed(childAt(content, 'automatic-styles'), 'style').map((style) => [
        attributeOf(style, 'name') ?? '',
        attributeOf(style, 'parent-style-name') ?? '',
      ]),
    );
  }

  nameOf(paragraph: XmlElement): string {
    const name = attributeOf(paragraph, 'style-name') ?? '';
    return this.#parents.get(name) ?? name;
  }
}
