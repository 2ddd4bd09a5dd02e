import type { Reading } from './reading.js';
import { extractionOf, headingsOf, refusalOf, textOf } from './reading.js';

/** What the manifest about structure says of a file; which fields a check has depends on its kind. */
export interface StructureCheck {
  readonly kind: string;
  readonly n?: number;
  readonly text?: string;
  readonly page?: number;
  readonly slide?: number;
  readonly where?: 'deleted' | 'notes';
  readonly names?: readonly string[];
  readonly first?: readonly string[];
  readonly rows?: number;
  readonly columns?: readonly number[];
  readonly hex?: string;
}

type Check = (reading: Reading, wanted: StructureCheck) => void;

const pageCount: Check = (reading, { n }) => expect(extractionOf(reading).pageCount).toBe(n);

const rowsIn = (reading: Reading): number =>
  extractionOf(reading).blocks.filter(({ kind }) => kind === 'table-row').length;

const damaged: Check = (reading) => {
  const { outcome } = reading;
  if (!('code' in outcome)) expect(outcome.warnings.join(' ')).toContain('damaged');
};

/** How each kind of check is put to what the readers give. A comment, a formula and the like have no place in it. */
export const structureChecks: Readonly<Partial<Record<string, Check>>> = {
  pages: pageCount,
  slides: pageCount,
  epub_spine: pageCount,
  contains: (reading, { text = '', page, slide, where }) => {
    const found = textOf(extractionOf(reading), page ?? slide);
    if (where === 'deleted') expect(found).not.toContain(text);
    else expect(found).toContain(text.replace(/\s+/g, ' '));
  },
  outline: (reading, { n, first = [] }) => {
    const headings = headingsOf(extractionOf(reading));
    const listed = headings.map((heading) => first.find((title) => heading.includes(title))).filter(Boolean);
    expect([...new Set(listed)]).toEqual(first);
    expect(headings.length).toBeGreaterThanOrEqual(n ?? 0);
  },
  embedded_files: (reading, { names = [] }) => {
    for (const name of names) expect(extractionOf(reading).warnings.join(' ')).toContain(name);
  },
  no_text_layer: (reading) => expect(refusalOf(reading).code).toBe('DOCUMENT_EMPTY'),
  ocr_contains: (reading) => expect(refusalOf(reading).message).toContain('text recognition'),
  encrypted_opens_without_password: (reading) => void extractionOf(reading),
  needs_password: (reading) => expect(refusalOf(reading).code).toBe('DOCUMENT_ENCRYPTED'),
  qpdf_reports_damage: damaged,
  pdf_no_text_any_tool: (reading) => void refusalOf(reading),
  pdf_unreadable: (reading) => expect(refusalOf(reading).code).toBe('DOCUMENT_BROKEN'),
  comments: (reading, { n }) =>
    expect(extractionOf(reading).warnings.join(' ')).toMatch(new RegExp(`\\b${n} comments\\b`)),
  math: (reading, { n }) => expect(extractionOf(reading).warnings.join(' ')).toContain(`${n} formulas`),
  used_rows: (reading, { n }) => {
    expect(rowsIn(reading)).toBeGreaterThanOrEqual((n ?? 0) - 1);
    expect(rowsIn(reading)).toBeLessThan(100);
  },
  html_tables: (reading) => expect(rowsIn(reading)).toBeGreaterThan(0),
  md_headings: (reading, { n }) => expect(headingsOf(extractionOf(reading))).toHaveLength(n ?? 0),
  csv_rows: (reading, { rows = 0 }) => {
    const header = /^[^\n]*?: /.test(extractionOf(reading).text) ? 1 : 0;
    expect(rowsIn(reading)).toBe(rows - header);
  },
  csv_cell: (reading, { text = '' }) => expect(extractionOf(reading).text).toContain(text),
  bytes_start: ({ bytes }, { hex = '' }) => {
    expect(Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex')).toBe(hex);
  },
  zip_entries: (reading) => expect(refusalOf(reading).code).toBe('DOCUMENT_UNSUPPORTED'),
  zip_contains_itself: (reading) => expect(refusalOf(reading).code).toBe('DOCUMENT_UNSUPPORTED'),
};
