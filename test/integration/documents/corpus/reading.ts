import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DocumentError, extractDocument } from '#documents/readers';
import type { Extraction } from '#documents/readers';

export const CORPUS = join(process.cwd(), 'test/fixtures/documents/corpus');

/** What came of reading a file: its text, or the reason why there is none. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly outcome: Extraction | DocumentError;
  readonly milliseconds: number;
}

/** Reads a file of the corpus. Anything but an extraction and a `DocumentError` is thrown. */
export async function readFile(path: string): Promise<Reading> {
  const bytes = readFileSync(join(CORPUS, path));
  const began = performance.now();
  const outcome = await extractDocument(bytes, basename(path)).catch((error: unknown) => {
    if (error instanceof DocumentError) return error;
    throw error;
  });
  return { bytes, outcome, milliseconds: performance.now() - began };
}

/** The extraction; a test that needs one fails with the reader's own reason when there is none. */
export function extractionOf({ outcome }: Reading): Extraction {
  if (outcome instanceof DocumentError) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome;
}

export function refusalOf({ outcome }: Reading): DocumentError {
  if (outcome instanceof DocumentError) return outcome;
  throw new Error(`It was read as ${outcome.mediaType}: ${outcome.text.slice(0, 80)}`);
}

/** All of the text, or that of one page, with white space collapsed. */
export function textOf({ text, blocks }: Extraction, page?: number): string {
  const shown =
    page === undefined
      ? text
      : blocks
          .filter((block) => block.page === page)
          .map((block) => block.text)
          .join('\n');
  return shown.replace(/\s+/g, ' ');
}

export function headingsOf({ blocks }: Extraction): readonly string[] {
  return blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
}
