import { DocumentError } from '../document-error.js';
import { SUPPORTED_FORMATS } from './supported-formats.js';

/** DOCUMENT_UNSUPPORTED that names the type found and what could be read instead. */
export function unsupportedFormat(type: string): DocumentError {
  const supported = [...Object.values(SUPPORTED_FORMATS), 'source code'].join(', ');
  return new DocumentError(
    'DOCUMENT_UNSUPPORTED',
    `This file is ${type}, which is not read. Supported are ${supported}.`,
  );
}
