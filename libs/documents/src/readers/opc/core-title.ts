import { childAt, parseXml, textOf } from '../xml/element.js';

/** The title in a document's core properties (ECMA-376 part 2, 8.3), or null. Damaged properties say nothing. */
export function coreTitle(xml: Uint8Array | undefined): string | null {
  if (xml === undefined) return null;
  try {
    const title = childAt(parseXml(xml, 'the properties'), 'title');
    return (title && textOf(title).trim()) || null;
  } catch {
    return null;
  }
}
