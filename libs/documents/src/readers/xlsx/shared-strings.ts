import { scanXml } from '../xml/scan-xml.js';
import { unescapeString } from './string-escapes.js';

/** The strings that cells refer to by number: runs joined, readings of Japanese characters left out. */
export function readSharedStrings(bytes: Uint8Array, part: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inside = false;
  let readings = 0;
  scanXml(bytes, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') readings += 1;
      inside = name === 't' && readings === 0;
    },
    text: (piece) => {
      if (inside) text += piece;
    },
    close: (name) => {
      inside = false;
      if (name === 'rPh') readings -= 1;
      else if (name === 'si') strings.push(unescapeString(text));
    },
  });
  return strings;
}
