import type { SourceMediaType } from './source/languages.js';

/** What the readers can read, by media type, with the words shown to people. */
export const SUPPORTED_FORMATS = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (XLSX)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint (PPTX)',
  'application/vnd.oasis.opendocument.text': 'OpenDocument text (ODT)',
  'application/epub+zip': 'EPUB',
  'application/rtf': 'Rich Text (RTF)',
  'message/rfc822': 'e-mail (EML)',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
  'text/plain': 'plain text',
  'text/csv': 'CSV',
  'text/tab-separated-values': 'TSV',
  'application/json': 'JSON',
  'application/xml': 'XML (as text)',
} as const;

/** Source code has a media type for each language. */
export type SupportedMediaType = keyof typeof SUPPORTED_FORMATS | SourceMediaType;
