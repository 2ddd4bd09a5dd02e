import { getResolvedPDFJS } from 'unpdf';
import { DocumentError } from '../../document-error.js';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

const WARNINGS = 1;
const REPAIRS = /Indexing all PDF objects/;

/** Opens a PDF; `repaired` says later whether pdf.js had to reconstruct its cross-reference table. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ readonly document: PdfDocument; readonly repaired: () => boolean }> {
  const repaired = watchRepairs();
  const { getDocument } = await getResolvedPDFJS();
  try {
    const document = await getDocument({
      // pdf.js takes the buffer over.
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: WARNINGS,
    }).promise;
    return { document, repaired };
  } catch (error) {
    throw explain(error);
  }
}

/**
 * The same file with its cross-reference tables out of sight, so that pdf.js looks for the objects themselves.
 * It does so on its own only when the table cannot be read, not when the table is wrong.
 */
export function withoutCrossReferences(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('startxref'); at !== -1; at = copy.indexOf('startxref', at))
    copy.write('startnone', at);
  return copy;
}

function explain(error: unknown): DocumentError {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException') {
    return new DocumentError('DOCUMENT_ENCRYPTED', 'The PDF is protected with a password.');
  }
  return new DocumentError('DOCUMENT_BROKEN', `The PDF is damaged: ${message}`);
}

/** pdf.js tells of repairs on the console only; the worker that runs this has the console to itself. */
function watchRepairs(): () => boolean {
  let repaired = false;
  const listen = (message: unknown): void => {
    if (typeof message === 'string' && REPAIRS.test(message)) repaired = true;
  };
  console.log = listen;
  console.warn = listen;
  return () => repaired;
}
