export { DocumentError } from '../document-error.js';
export type { DocumentErrorCode } from '../document-error.js';
export type { Block, BlockKind, Extraction } from '../ports.js';
export { extractDocument } from './extract-document.js';
export { DEFAULT_LIMITS } from './extraction-limits.js';
export type { ExtractionLimits } from './extraction-limits.js';
export { readerVersion } from './reader-version.js';
export { SUPPORTED_FORMATS } from './supported-formats.js';
