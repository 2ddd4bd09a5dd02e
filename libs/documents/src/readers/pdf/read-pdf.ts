import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { TextBuilder } from '../text-builder.js';
import { headingLevels } from './headings.js';
import { lineJoiner } from './hyphenation.js';
import { linesOf } from './line.js';
import type { Line, TextItem } from './line.js';
import { openPdf, withoutCrossReferences } from './open-pdf.js';
import type { PdfDocument } from './open-pdf.js';
import { outlineLevels } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { pagesWithPictures } from './pictures.js';
import { inReadingOrder } from './reading-order.js';
import { pdfWarnings } from './warnings.js';

/** A PDF's text in reading order, every block with its page. */
export async function readPdf(bytes: Uint8Array, limits: ExtractionLimits): Promise<Extraction> {
  const { document, pages, unreadable, repaired } = await openAndRead(bytes, limits);
  const pageCount = document.numPages;
  if (pages.every((lines) => lines.length === 0)) {
    throw await explainEmpty(document, repaired || unreadable.length > 0);
  }
  const all = pages.flat();
  const headings = headingLevels(all, await readOutline(document));
  const join = lineJoiner(all.map((line) => line.text));
  const builder = new TextBuilder(limits.maximumCharacters);
  for (const lines of pages) {
    for (const { kind, lines: together } of paragraphsOf(lines, headings.named)) {
      const [first] = together;
      if (!first) continue;
      const text = join(together.map((line) => line.text));
      const level = kind === 'row' ? null : headings.level(first, text);
      if (level !== null) builder.heading(level, text.replaceAll('\t', ' '), first.page);
      else builder.add(kind === 'row' ? 'table-row' : kind === 'text' ? 'paragraph' : kind, text, first.page);
    }
  }
  return builder.finish({
    mediaType: 'application/pdf',
    title: await readTitle(document),
    pageCount,
    warnings: await pdfWarnings(document, { repaired, unreadable, blank: blankPages(pages, unreadable) }),
  });
}

interface PagesRead {
  readonly document: PdfDocument;
  /** Lines by page; none for a page without text and for one that cannot be read. */
  readonly pages: readonly (readonly Line[])[];
  readonly unreadable: readonly number[];
  readonly repaired: boolean;
}

/** Damaged pages are tried once more without the cross-reference table, which is what is wrong most often. */
async function openAndRead(bytes: Uint8Array, limits: ExtractionLimits): Promise<PagesRead> {
  const first = await readAllPages(bytes, limits);
  if (first.unreadable.length === 0) return first;
  try {
    const second = await readAllPages(withoutCrossReferences(bytes), limits);
    return second.unreadable.length < first.unreadable.length ? { ...second, repaired: true } : first;
  } catch {
    return first;
  }
}

async function readAllPages(bytes: Uint8Array, limits: ExtractionLimits): Promise<PagesRead> {
  const { document, repaired } = await openPdf(bytes);
  if (document.numPages > limits.maximumPages) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The PDF has ${document.numPages} pages; the limit is ${limits.maximumPages}.`,
    );
  }
  const pages: (readonly Line[])[] = [];
  const unreadable: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      pages.push(await readPage(document, number));
    } catch {
      pages.push([]);
      unreadable.push(number);
    }
  }
  return { document, pages, unreadable, repaired: repaired() };
}

async function readPage(document: PdfDocument, number: number): Promise<readonly Line[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => 'str' in item) as readonly TextItem[];
  const { transform } = page.getViewport({ scale: 1 });
  page.cleanup();
  return inReadingOrder(linesOf(texts, transform, number));
}

function blankPages(pages: readonly (readonly Line[])[], unreadable: readonly number[]): readonly number[] {
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  return empty.filter((number) => !unreadable.includes(number));
}

/** Of a document without text, as many pages tell whether it is scanned. */
const PAGES_SCANNED = 3;

async function explainEmpty(document: PdfDocument, damaged: boolean): Promise<DocumentError> {
  if (damaged) return new DocumentError('DOCUMENT_BROKEN', 'The PDF is damaged: no text can be recovered.');
  const first = Array.from({ length: Math.min(document.numPages, PAGES_SCANNED) }, (_, index) => index + 1);
  if ((await pagesWithPictures(document, first)).length > 0) {
    return new DocumentError(
      'DOCUMENT_EMPTY',
      'The PDF is scanned: its pages are pictures without text, and text recognition (OCR) is not available.',
    );
  }
  return new DocumentError('DOCUMENT_EMPTY', 'The PDF holds no text.');
}

async function readOutline(document: PdfDocument): Promise<ReadonlyMap<string, number>> {
  try {
    return outlineLevels(await document.getOutline());
  } catch {
    return new Map();
  }
}

/** Programs write the name of the source file where a title should be. */
const NO_TITLE = /^(untitled.*|microsoft word - .*|.*\.(docx?|indd|tex|dvi|xlsx?|qxd|pdf|fm))$/i;

async function readTitle(document: PdfDocument): Promise<string | null> {
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown } };
    const title = typeof info.Title === 'string' ? info.Title.trim() : '';
    return title === '' || NO_TITLE.test(title) ? null : title;
  } catch {
    return null;
  }
}
