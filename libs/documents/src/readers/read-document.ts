import type { Extraction } from '../ports.js';
import { detectMediaType } from './detect/media-type.js';
import type { Detected } from './detect/media-type.js';
import type { ExtractionLimits } from './extraction-limits.js';

/** What the reader's worker is given. */
export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ExtractionLimits;
}

export type ReadDocument = (task: ReadTask) => Promise<Extraction>;

/** Reads a document on the current thread; use `extractDocument`, which isolates it. Throws `DocumentError`. */
export async function readDocument({ bytes, name, limits }: ReadTask): Promise<Extraction> {
  const detected = await detectMediaType(bytes, name, limits);
  const extraction = await read(bytes, detected, limits);
  if (detected.kind === 'binary' || detected.encoding === 'utf-8') return extraction;
  return { ...extraction, warnings: [...extraction.warnings, `Decoded as ${detected.encoding}.`] };
}

/** Each reader is loaded when it is needed: a worker reads one document and most libraries are big. */
async function read(bytes: Uint8Array, detected: Detected, limits: ExtractionLimits): Promise<Extraction> {
  const { mediaType } = detected;
  const text = detected.kind === 'text' ? detected.text : '';
  switch (mediaType) {
    case 'application/pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js');
      return readPdf(bytes, limits);
    }
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
      const { readDocx } = await import('./docx/read-docx.js');
      return readDocx(bytes, limits);
    }
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      const { readXlsx } = await import('./xlsx/read-xlsx.js');
      return readXlsx(bytes, limits);
    }
    case 'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
      const { readPptx } = await import('./pptx/read-pptx.js');
      return readPptx(bytes, limits);
    }
    case 'application/vnd.oasis.opendocument.text': {
      const { readOdt } = await import('./odt/read-odt.js');
      return readOdt(bytes, limits);
    }
    case 'application/epub+zip': {
      const { readEpub } = await import('./epub/read-epub.js');
      return readEpub(bytes, limits);
    }
    case 'application/rtf': {
      const { readRtf } = await import('./rtf/read-rtf.js');
      return readRtf(bytes, limits);
    }
    case 'message/rfc822': {
      const { readEml } = await import('./eml/read-eml.js');
      return readEml(bytes, limits, readDocument);
    }
    case 'text/html': {
      const { readHtml } = await import('./html/read-html.js');
      return readHtml(text, limits.maximumCharacters);
    }
    case 'text/markdown': {
      const { readMarkdown } = await import('./markdown/read-markdown.js');
      return readMarkdown(text, limits.maximumCharacters);
    }
    case 'text/csv':
    case 'text/tab-separated-values': {
      const { readCsv } = await import('./csv/read-csv.js');
      return readCsv(text, mediaType, limits);
    }
    case 'application/json': {
      const { readJson } = await import('./json/read-json.js');
      return readJson(text, limits.maximumCharacters);
    }
    case 'text/plain':
    case 'application/xml': {
      const { readText } = await import('./text/read-text.js');
      return readText(text, mediaType, limits.maximumCharacters);
    }
    default: {
      const { readSource } = await import('./source/read-source.js');
      return readSource(text, mediaType, limits.maximumCharacters);
    }
  }
}
