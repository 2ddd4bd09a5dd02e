import { DocumentError } from '../../document-error.js';
import { unsupportedFormat } from '../unsupported-format.js';

/** Office keeps a password-protected DOCX in an OLE compound file, in a stream of this name (MS-OFFCRYPTO 1.3.2). */
const ENCRYPTED_STREAM = 'EncryptedPackage';

export function refuseCompoundFile(bytes: Uint8Array): never {
  // Names in a compound file's directory are UTF-16LE.
  if (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_STREAM, 0, 'utf16le')
  ) {
    throw new DocumentError('DOCUMENT_ENCRYPTED', 'The Office document is protected with a password.');
  }
  throw unsupportedFormat('an older Office file (DOC, XLS, PPT or MSG)');
}
