import { fileTypeFromBuffer } from 'file-type';
import type { ExtractionLimits } from '../extraction-limits.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { unsupportedFormat } from '../unsupported-format.js';
import { decodeText, hasByteOrderMark } from './charset.js';
import { refuseCompoundFile } from './compound-file.js';
import { startsLikeMail } from './mail.js';
import { textMediaType } from './text-type.js';
import { zipMediaType } from './zip-type.js';

/** A document's format; text formats come decoded, for finding the format takes that anyway. */
export type Detected =
  | { readonly kind: 'binary'; readonly mediaType: SupportedMediaType }
  | {
      readonly kind: 'text';
      readonly mediaType: SupportedMediaType;
      readonly text: string;
      readonly encoding: string;
    };

const PDF_HEADER_WITHIN = 1024;

/** Finds what a file is from its content. Throws DOCUMENT_UNSUPPORTED naming the type when it is not read. */
export async function detectMediaType(
  bytes: Uint8Array,
  name: string,
  limits: ExtractionLimits,
): Promise<Detected> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN));
  if (start.includes('%PDF-')) return { kind: 'binary', mediaType: 'application/pdf' };
  if (start.startsWith('PK\u0003\u0004')) {
    return { kind: 'binary', mediaType: zipMediaType(bytes, limits) };
  }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) refuseCompoundFile(bytes);
  if (start.startsWith('{\\rtf')) return { kind: 'binary', mediaType: 'application/rtf' };
  if (startsLikeMail(bytes, name)) return { kind: 'binary', mediaType: 'message/rfc822' };

  // A byte order mark looks like the start of an MP3 to the sniffer.
  const known = hasByteOrderMark(bytes) ? undefined : await fileTypeFromBuffer(bytes);
  if (known && !isTextual(known.mime)) throw unsupportedFormat(known.mime);

  const { text, encoding } = decodeText(bytes);
  if (!looksLikeText(text)) throw unsupportedFormat('an unknown binary format');
  return { kind: 'text', mediaType: textMediaType(text, name), text, encoding };
}

function isTextual(mime: string): boolean {
  return mime.startsWith('text/') || mime === 'application/xml' || mime === 'application/json';
}

/** Control characters, or what failed to decode, make up almost nothing of real text. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 16_384);

  const strange = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange <= sample.length * 0.02;
}
