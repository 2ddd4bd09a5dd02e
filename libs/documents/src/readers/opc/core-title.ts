import { SaxesParser } from 'saxes';

/** The title in a document's core properties (ECMA-376 part 2, 8.3), or null. Damaged properties say nothing. */
export function coreTitle(xml: Uint8Array | undefined): string | null {
  if (xml === undefined) return null;
  const parser = new SaxesParser();
  let inside = false;
  let title = '';
  parser.on('error', () => undefined);
  parser.on('opentag', (tag) => {
    inside = tag.name === 'dc:title';
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.on('text', (text) => {
    if (inside) title += text;
  });
  try {
    parser.write(new TextDecoder().decode(xml)).close();
  } catch {
    return null;
  }
  return title.trim() === '' ? null : title.trim();
}
