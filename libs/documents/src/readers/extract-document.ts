import { DocumentError } from '../document-error.js';
import type { DocumentErrorCode } from '../document-error.js';
import { IsolationError, runIsolated } from '../isolation/run-isolated.js';
import type { Extraction } from '../ports.js';
import { DEFAULT_LIMITS } from './extraction-limits.js';
import type { ExtractionLimits } from './extraction-limits.js';
import type { ReadTask } from './read-document.js';

const WORKER = new URL('./reader-worker.js', import.meta.url);

/**
 * Reads a document: its text, and blocks that are exact slices of it. The media type is found from the content;
 * the name only tells text formats apart that look alike (`.md`, `.csv`, `.txt`).
 *
 * Runs in a worker thread of its own, never on the calling thread; aborting the signal stops it at once.
 * Throws `DocumentError`, or the signal's reason when aborted.
 */
export async function extractDocument(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ExtractionLimits> = {},
  signal?: AbortSignal,
): Promise<Extraction> {
  const all: ExtractionLimits = { ...DEFAULT_LIMITS, ...limits };
  if (bytes.byteLength === 0) throw new DocumentError('DOCUMENT_EMPTY', 'The file is empty.');
  if (bytes.byteLength > all.maximumBytes) {
    throw new DocumentError(
      'DOCUMENT_TOO_LARGE',
      `The file has ${bytes.byteLength} bytes; the limit is ${all.maximumBytes}.`,
    );
  }
  const task: ReadTask = { bytes, name, limits: all };
  const answer = await runIsolated<Extraction>(WORKER, task, all, signal).catch(explainIsolation);
  if (answer.kind === 'failed') throw new DocumentError(answer.code as DocumentErrorCode, answer.message);
  return answer.result;
}

function explainIsolation(error: unknown): never {
  if (!(error instanceof IsolationError)) throw error;
  switch (error.fault) {
    case 'timeout':
      throw new DocumentError('DOCUMENT_TIMEOUT', `Reading the document was stopped. ${error.message}`);
    case 'out-of-memory':
      throw new DocumentError('DOCUMENT_LIMIT', `Reading the document was stopped. ${error.message}`);
    case 'crashed':
      throw new DocumentError('DOCUMENT_BROKEN', `The document made its reader fail: ${error.message}`);
  }
}
