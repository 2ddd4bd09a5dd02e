import { getResolvedPDFJS } from 'unpdf';
import type { PdfDocument } from './open-pdf.js';

/** Pages without text that are looked at for pictures: to look at one costs as much as to draw it. */
const PAGES_LOOKED_AT = 50;

/** Those of the pages that paint pictures: a page without text that does is scanned. */
export async function pagesWithPictures(
  document: PdfDocument,
  pages: readonly number[],
): Promise<readonly number[]> {
  const { OPS } = await getResolvedPDFJS();
  const painting: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]);
  const found: number[] = [];
  for (const number of pages.slice(0, PAGES_LOOKED_AT)) {
    try {
      const page = await document.getPage(number);
      const { fnArray } = await page.getOperatorList();
      if (fnArray.some((operator: number) => painting.has(operator))) found.push(number);
      page.cleanup();
    } catch {
      // A page that cannot be drawn says nothing about pictures.
    }
  }
  return found;
}
