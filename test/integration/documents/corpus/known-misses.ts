/** A fact of a manifest that does not hold, and why that is so. */
interface KnownMiss {
  readonly path: string;
  readonly fact: string;
  readonly reason: string;
}

export const KNOWN_MISSES: readonly KnownMiss[] = [
  {
    path: 'testODTnotaZipFile.odt',
    fact: 'refused',
    reason: 'It is a line of plain text under a wrong name, and read as what it is.',
  },
  {
    path: 'issue-987-test.pdf',
    fact: '"Big Text" on page 1',
    reason: 'Two columns of a word each, drawn column by column: the order of drawing is kept.',
  },
  {
    path: 'structured/irs-manual-2.3.59-400-pages.pdf',
    fact: 'outline 134 ["Manual Transmittal","Table of Contents"]',
    reason: 'The page has "Table of Contents" twice on one line, which is no title of the outline.',
  },
  {
    path: 'structured/lorem-ipsum-scan.pdf',
    fact: 'pages 1',
    reason: 'It is refused as scanned, and a refusal has no pages.',
  },
  {
    path: 'structured/encrypted-aes128-needs-password.pdf',
    fact: 'contains pdf encryption test 1',
    reason: 'Nobody is asked for a password.',
  },
  {
    path: 'structured/tracked-changes-comments.docx',
    fact: 'comments 2',
    reason: 'Comments are no part of the text of a document.',
  },
  {
    path: 'structured/equations.docx',
    fact: 'math 27',
    reason: 'Formulas are kept as text, and are not counted.',
  },
  {
    path: 'structured/alice.epub',
    fact: 'epub_spine 13',
    reason: 'A book has no pages: its chapters are headings.',
  },
];
