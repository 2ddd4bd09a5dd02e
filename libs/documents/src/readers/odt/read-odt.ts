import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { coreTitle } from '../opc/core-title.js';
import { TextBuilder } from '../text-builder.js';
import { childAt, descendantsNamed, parseXml } from '../xml/element.js';
import { unpackParts } from '../zip/unpack-parts.js';
import type { Parts } from '../zip/unpack-parts.js';
import { ContentWalk } from './content-walk.js';
import { ParagraphStyles } from './paragraph-styles.js';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';
const NEEDED = /^(META-INF\/manifest\.xml|content\.xml|meta\.xml)$/;

/** An OpenDocument text: headings, lists, tables, notes; changes as they stand, comments and pictures left out. */
export function readOdt(bytes: Uint8Array, limits: ExtractionLimits): Extraction {
  const parts = unpackParts(bytes, NEEDED, limits);
  refuseEncrypted(parts);
  const content = parseXml(parts.get(CONTENT), CONTENT);
  const text = childAt(content, 'body', 'text');
  if (text === undefined) {
    throw new DocumentError('DOCUMENT_BROKEN', 'The OpenDocument file is damaged: it holds no body of text.');
  }
  const builder = new TextBuilder(limits.maximumCharacters);
  new ContentWalk(builder, new ParagraphStyles(content)).add(text);
  return builder.finish({
    mediaType: MEDIA_TYPE,
    title: coreTitle(parts.find('meta.xml')),
    pageCount: null,
    warnings: [],
  });
}

/** With a password set, each part is encrypted by itself and the manifest says how (ODF 1.3 part 2, 4.8). */
function refuseEncrypted(parts: Parts): void {
  const manifest = parts.find(MANIFEST);
  if (manifest === undefined) return;
  if (descendantsNamed(parseXml(manifest, MANIFEST), 'encryption-data').length > 0) {
    throw new DocumentError('DOCUMENT_ENCRYPTED', 'The OpenDocument file is protected with a password.');
  }
}
