import { DocumentError } from '../../document-error.js';
import { mainPart, relationshipId, relationshipsOf } from '../opc/relationships.js';
import { childAt, childrenNamed, parseXml } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';

/** The names of the slides' parts in the order they are shown, which their names do not tell. */
export function slideParts(parts: Parts, maximumPages: number): readonly string[] {
  const part = mainPart(parts);
  const links = new Map(relationshipsOf(parts, part).map(({ id, part: target }) => [id, target]));
  const slides = childrenNamed(childAt(parseXml(parts.get(part), part), 'sldIdLst'), 'sldId');
  if (slides.length > maximumPages) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The presentation has ${slides.length} slides; the limit is ${maximumPages}.`,
    );
  }
  return slides.map((slide) => {
    const target = links.get(relationshipId(slide) ?? '');
    if (target === undefined) {
      throw new DocumentError(
        'DOCUMENT_BROKEN',
        'The presentation is damaged: it names a slide that it does not hold.',
      );
    }
    return target;
  });
}
