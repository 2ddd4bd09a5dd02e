import { relationshipsOf } from '../opc/relationships.js';
import { childAt, childrenNamed, parseXml } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';
import { paragraphsOf } from './paragraphs.js';

/** The texts of a SmartArt diagram, which stand in a part of their own (ECMA-376 part 1, 21.4.2). */
export function diagramTexts(frame: XmlElement, slide: string, parts: Parts): readonly string[] {
  const link = childAt(frame, 'graphic', 'graphicData', 'relIds');
  const id = Object.entries(link?.attributes ?? {}).find(([name]) => name.endsWith(':dm'))?.[1];
  const part = relationshipsOf(parts, slide).find((relationship) => relationship.id === id)?.part;
  if (link === undefined || part === undefined) return [];
  const points = childrenNamed(childAt(parseXml(parts.get(part), part), 'ptLst'), 'pt');
  return points.flatMap((point) => paragraphsOf(childAt(point, 't')).map(({ text }) => text));
}
