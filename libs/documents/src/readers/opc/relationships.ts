import { DocumentError } from '../../document-error.js';
import { childrenNamed, parseXml } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';
import { resolvePartName } from './part-name.js';

/** A link from one part to another within the document (ECMA-376 part 2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `slide`, `worksheet`. */
  readonly type: string;
  /** Name of the part it leads to. */
  readonly part: string;
}

/** The links from a part, or from the whole document (`''`), that stay within it. */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = parts.find(name);
  if (bytes === undefined) return [];
  return childrenNamed(parseXml(bytes, name), 'Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      part: resolvePartName(part, attributes['Target'] ?? ''),
    }));
}

/** Name of the part that the document starts with. Throws DOCUMENT_BROKEN when none is named. */
export function mainPart(parts: Parts): string {
  const main = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument');
  if (main === undefined) {
    throw new DocumentError('DOCUMENT_BROKEN', 'The document is damaged: it does not say where it starts.');
  }
  return main.part;
}

/** The id of the link that an element stands for: its attribute `id` of the relationships' namespace, `r:id`. */
export function relationshipId({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}
