import { SaxesParser } from 'saxes';
import { DocumentError } from '../../document-error.js';

/** What is told while an XML part is read; names come without their prefix, attributes as written. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const CHUNK = 64 * 1024;

/**
 * Reads an XML part piece by piece, in UTF-8 or UTF-16. Entities that the part declares are never expanded:
 * using one is an error, as is anything that is not well formed. Throws DOCUMENT_BROKEN naming the part.
 */
export function scanXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new DocumentError(
      'DOCUMENT_BROKEN',
      `The document is damaged: ${part} is no XML (${error.message}).`,
    );
  });
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));

  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** The prefix is the writer's choice, and strict and transitional OOXML differ in namespaces only. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
