import { embeddedFiles } from './embedded-files.js';
import type { PdfDocument } from './open-pdf.js';
import { pagesWithPictures } from './pictures.js';

const LISTED = 10;

/** What of a PDF was not read, and why. Numbers are those of pages. */
export async function pdfWarnings(
  document: PdfDocument,
  pages: {
    readonly repaired: boolean;
    readonly unreadable: readonly number[];
    readonly blank: readonly number[];
  },
): Promise<readonly string[]> {
  const pictures = await pagesWithPictures(document, pages.blank);
  const blank = pages.blank.filter((number) => !pictures.includes(number));
  const files = await embeddedFiles(document);
  return [
    ...(pages.repaired ? ['The PDF is damaged; what could be recovered was read.'] : []),
    ...warning('Damaged pages were left out', pages.unreadable),
    ...warning('Pages that are pictures without text (text recognition is not available)', pictures),
    ...warning('Pages without text', blank),
    ...warning('Files embedded in the PDF were not read', files),
  ];
}

function warning(what: string, which: readonly (number | string)[]): readonly string[] {
  if (which.length === 0) return [];
  const shown = which.slice(0, LISTED).join(', ');
  const more = which.length > LISTED ? ` and ${which.length - LISTED} more` : '';
  return [`${what}: ${shown}${more}.`];
}
