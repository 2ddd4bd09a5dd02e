import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT, zeroFacts } from '../step-type.js';
import { choice, optionalText, settings, wholeNumber } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'document_count', type: 'number', description: 'Documents that were read.' },
  { name: 'failed_count', type: 'number', description: 'Documents that could not be read.' },
  { name: 'skipped_count', type: 'number', description: 'Documents that were already read earlier.' },
  { name: 'byte_count', type: 'number', description: 'Size of all documents together, in bytes.' },
];

export const documentIngestion: StepType = {
  type: 'document_ingestion',
  title: 'Read documents',
  summary:
    'Reads the text of documents: PDF, Office files, e-mail, e-books, HTML, Markdown, plain text and more.',
  category: 'documents',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [{ name: 'documents', kind: 'documents', description: 'The documents that were read.' }],
  settings: settings({
    documents: optionalText({
      title: 'Documents',
      description:
        'Which documents to read. Left empty: those the execution was started with, else the whole collection.',
      kind: 'reference',
    }),
    onDocumentError: choice(
      {
        title: 'When a document cannot be read',
        description: '"continue" goes on with the others and counts the failures; "fail" fails the step.',
      },
      ['continue', 'fail'],
    ),
    maximumBytes: wholeNumber(
      { title: 'Largest document', description: 'Documents above this size in bytes are not read.' },
      { min: 1, max: 1_073_741_824, default: 52_428_800 },
    ),
  }),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 30 * 60_000,
  hasEffect: () => true,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Reads each document once and keeps its text with pages and headings, so that answers can cite the place.',
    'A document that was read before costs nothing again. One that cannot be read is marked with the reason;',
    'the others go on, and `failed_count` says how many failed.',
  ].join('\n'),
};
