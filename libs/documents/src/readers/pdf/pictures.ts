import { getResolvedPDFJS } from 'unpdf';
import type { PdfDocument } from './open-pdf.js';

const PAGES_LOOKED_AT = 3;

/** Whether the first pages paint pictures: a document without text that does is scanned. */
export async function holdsPictures(document: PdfDocument): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const painting: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]);
  for (let number = 1; number <= Math.min(document.numPages, PAGES_LOOKED_AT); number += 1) {
    try {
      const page = await document.getPage(number);
      const { fnArray } = await page.getOperatorList();
      if (fnArray.some((operator: number) => painting.has(operator))) return true;
    } catch {
      // A page that cannot be drawn says nothing about pictures.
    }
  }
  return false;
}
