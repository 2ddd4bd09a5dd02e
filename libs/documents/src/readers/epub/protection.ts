import { DocumentError } from '../../document-error.js';
import { attributeOf, descendantsNamed, parseXml } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';
import { partOfLink } from './package.js';

const ENCRYPTION = 'META-INF/encryption.xml';

/** Throws DOCUMENT_ENCRYPTED for a book with copy protection. That only its fonts are obfuscated does not matter. */
export function refuseProtected(parts: Parts, spine: readonly string[]): void {
  const bytes = parts.find(ENCRYPTION);
  if (bytes === undefined) return;
  const encrypted = descendantsNamed(parseXml(bytes, ENCRYPTION), 'CipherReference').map((reference) =>
    partOfLink('', attributeOf(reference, 'URI') ?? ''),
  );
  if (encrypted.some((part) => spine.includes(part))) {
    throw new DocumentError('DOCUMENT_ENCRYPTED', 'The e-book has copy protection.');
  }
}
