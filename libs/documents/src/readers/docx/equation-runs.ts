import { parseXml } from '../xml/element.js';
import { linearMath } from './linear-math.js';

const FORMULA = /<m:oMath(?:\s[^>]*)?>.*?<\/m:oMath>/gs;
const DISPLAY = /<\/?m:oMathPara(?:\s[^>]*)?>/g;

/** A part with its formulas as plain runs of text, since mammoth leaves formulas out. */
export function withEquationsAsText(part: Uint8Array, name: string): Uint8Array {
  const xml = new TextDecoder().decode(part);
  if (!xml.includes('<m:oMath')) return part;
  const plain = xml
    .replace(FORMULA, (formula) => {
      const text = linearMath(parseXml(new TextEncoder().encode(formula), name));
      return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
    })
    .replace(DISPLAY, '');
  return new TextEncoder().encode(plain);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
