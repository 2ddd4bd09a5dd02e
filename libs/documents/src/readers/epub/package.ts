import { DocumentError } from '../../document-error.js';
import { resolvePartName } from '../opc/part-name.js';
import { childAt, childrenNamed, parseXml, textOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';

const CONTAINER = 'META-INF/container.xml';
const XHTML = /^(application\/xhtml\+xml|text\/html)$/i;

/** What a book says of itself (EPUB 3.3, 5). */
export interface BookPackage {
  readonly title: string | null;
  /** Names of the parts that are read, in reading order. */
  readonly spine: readonly string[];
  /** Its navigation: a page of EPUB 3, or the NCX of EPUB 2. */
  readonly navigation: { readonly kind: 'nav' | 'ncx'; readonly part: string } | null;
}

/** Throws DOCUMENT_BROKEN when the book does not say what is in it. */
export function readPackage(parts: Parts): BookPackage {
  const container = parseXml(parts.get(CONTAINER), CONTAINER);
  const path = childAt(container, 'rootfiles', 'rootfile')?.attributes['full-path'];
  if (path === undefined) {
    throw new DocumentError('DOCUMENT_BROKEN', 'The e-book is damaged: it does not say where it starts.');
  }
  const root = parseXml(parts.get(path), path);
  const items = childrenNamed(childAt(root, 'manifest'), 'item').map((item) => toItem(item, path));
  const byId = new Map(items.map((item) => [item.id, item]));
  const nav = items.find(({ properties }) => properties.includes('nav'));
  const spine = childrenNamed(childAt(root, 'spine'), 'itemref').map(({ attributes }) => {
    const item = byId.get(attributes['idref'] ?? '');
    if (item === undefined) {
      throw new DocumentError(
        'DOCUMENT_BROKEN',
        'The e-book is damaged: it names a chapter that it does not hold.',
      );
    }
    return item;
  });
  const ncx = byId.get(childAt(root, 'spine')?.attributes['toc'] ?? '');
  const title = childAt(root, 'metadata', 'title');
  return {
    title: title === undefined ? null : textOf(title).replace(/\s+/g, ' ').trim() || null,
    spine: spine.filter((item) => XHTML.test(item.mediaType) && item !== nav).map(({ part }) => part),
    navigation: nav ? { kind: 'nav', part: nav.part } : ncx ? { kind: 'ncx', part: ncx.part } : null,
  };
}

function toItem(
  { attributes }: XmlElement,
  base: string,
): {
  readonly id: string;
  readonly part: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
} {
  return {
    id: attributes['id'] ?? '',
    part: partOfLink(base, attributes['href'] ?? ''),
    mediaType: attributes['media-type'] ?? '',
    properties: (attributes['properties'] ?? '').split(/\s+/),
  };
}

/** The part that a link leads to, percent signs decoded. */
export function partOfLink(base: string, link: string): string {
  try {
    return resolvePartName(base, decodeURIComponent(link));
  } catch {
    return resolvePartName(base, link);
  }
}
