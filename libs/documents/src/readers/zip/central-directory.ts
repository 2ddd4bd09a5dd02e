import { DocumentError } from '../../document-error.js';

/** One entry as the archive's directory declares it; nothing has been inflated. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly encrypted: boolean;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const MAXIMUM_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 0x0001;

/**
 * Lists a zip's entries from its central directory (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16) without inflating
 * anything. Zip64 archives are refused: no document within the size limit needs one.
 *
 * Throws DOCUMENT_BROKEN when the directory is missing or damaged, DOCUMENT_LIMIT for too many entries.
 */
export function readCentralDirectory(bytes: Uint8Array, maximumEntries: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || offset === 0xffffffff) {
    throw new DocumentError('DOCUMENT_LIMIT', 'The archive is in the Zip64 format, which is not read.');
  }
  if (count > maximumEntries) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The archive has ${count} entries; the limit is ${maximumEntries}.`,
    );
  }
  const names = new TextDecoder('utf-8');
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: names.decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
    });
    at = next;
  }
  return entries;
}

/** The end record stands at the end, before a comment of at most 64 KiB. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - MAXIMUM_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw broken();
}

function broken(): DocumentError {
  return new DocumentError('DOCUMENT_BROKEN', 'The archive is damaged or was cut short.');
}
