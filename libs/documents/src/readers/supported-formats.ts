/** What the readers can read, by media type, with the words shown to people. */
export const SUPPORTED_FORMATS = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
  'text/plain': 'plain text',
  'text/csv': 'CSV',
  'text/tab-separated-values': 'TSV',
  'application/json': 'JSON',
  'application/xml': 'XML (as text)',
} as const;

export type SupportedMediaType = keyof typeof SUPPORTED_FORMATS;
