import { childAt, elementsOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

/**
 * The shapes of a slide or of its notes, in the order they are stored in, which is also the order they are read
 * out in. Groups are opened; of the alternatives for older programs only the first counts.
 */
export function shapesOf(root: XmlElement): readonly XmlElement[] {
  const tree = childAt(root, 'cSld', 'spTree');
  return tree === undefined ? [] : elementsOf(tree).flatMap(opened);
}

function opened(shape: XmlElement): readonly XmlElement[] {
  switch (shape.name) {
    case 'sp':
    case 'graphicFrame':
      return [shape];
    case 'grpSp':
      return elementsOf(shape).flatMap(opened);
    case 'AlternateContent':
      return elementsOf(shape).slice(0, 1).flatMap(elementsOf).flatMap(opened);
    default:
      return [];
  }
}

/** What a placeholder is for: `title`, `body`, `ftr`; null for a shape that is none (ECMA-376 part 1, 19.7.10). */
export function placeholderType(shape: XmlElement): string | null {
  const placeholder = childAt(shape, 'nvSpPr', 'nvPr', 'ph');
  return placeholder === undefined ? null : (placeholder.attributes['type'] ?? 'obj');
}
