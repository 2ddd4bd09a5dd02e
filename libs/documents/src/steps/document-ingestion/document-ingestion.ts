import { DocumentError } from '../../document-error.js';
import type { StoredDocument } from '../../ports.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation } from '../../step-implementation.js';
import { forEach } from '../for-each.js';
import { readSettings } from '../read-setting.js';
import { readStoredDocument } from '../read-stored-document.js';
import type { ReadingLimits } from '../read-stored-document.js';
import type { ReadingSettings } from '../reading-settings.js';
import { chosenDocuments } from './chosen-documents.js';

/** Each document takes a thread of its own. */
const AT_A_TIME = 2;
const FAILURES_SHOWN = 20;
const MAXIMUM_BYTES = 50 * 1024 * 1024;

type Failure = { readonly name: string; readonly code: string; readonly message: string };

/**
 * Reads the documents that have not been read by these readers yet. One that cannot be read is recorded with its
 * reason and the others go on; the same content twice is taken once.
 */
export function documentIngestion(reading: ReadingSettings): StepImplementation {
  return async (request, context) => {
    const settings = readSettings(request.configuration);
    const maximumBytes = settings.number('maximumBytes', {
      otherwise: MAXIMUM_BYTES,
      minimum: 1,
      maximum: 1024 * 1024 * 1024,
    });
    const stopAtFirst = settings.choice('onDocumentError', ['continue', 'fail']) === 'fail';
    const chosen = await chosenDocuments(request, context);
    const distinct = withoutRepeats(chosen);
    const failures = new Map<string, Failure>();
    let done = 0;

    await forEach(distinct, AT_A_TIME, async (document) => {
      const failure = await read(document, { ...reading, maximumBytes }, context);
      if (failure !== null) {
        failures.set(document.id, failure);
        if (stopAtFirst) throw new StepFailure(failure.code, `${failure.name}: ${failure.message}`, false);
      }
      done += 1;
      context.progress(done, distinct.length, document.name);
    });

    const readable = distinct.filter((document) => !failures.has(document.id));
    const listed = distinct.flatMap((document) => failures.get(document.id) ?? []);
    if (readable.length === 0 && listed.length > 0) throw nothingReadable(listed);
    const documentIds = readable.map((document) => document.id);
    return {
      facts: {
        document_count: readable.length,
        failed_count: listed.length,
        skipped_count: chosen.length - distinct.length,
        byte_count: readable.reduce((sum, document) => sum + document.bytes, 0),
        failures: listed.slice(0, FAILURES_SHOWN),
      },
      references: {
        documents: await context.stores.artifacts.put('documents', documentIds.length, { documentIds }),
      },
    };
  };
}

/** Reads one document, or says why not, after writing that down. Anything but a document's own fault is thrown. */
async function read(
  document: StoredDocument,
  limits: ReadingLimits,
  context: StepContext,
): Promise<Failure | null> {
  try {
    if (document.bytes > limits.maximumBytes) {
      throw new DocumentError(
        'DOCUMENT_TOO_LARGE',
        `The file has ${document.bytes} bytes; this step reads up to ${limits.maximumBytes}.`,
      );
    }
    await readStoredDocument(document, limits, context);
    return null;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { code, message } = error;
    await context.stores.documents.saveFailure(document.id, { code, message });
    return { name: document.name, code, message };
  }
}

function withoutRepeats(documents: readonly StoredDocument[]): readonly StoredDocument[] {
  const byContent = new Map<string, StoredDocument>();
  for (const document of documents) {
    if (!byContent.has(document.sha256)) byContent.set(document.sha256, document);
  }
  return [...byContent.values()];
}

function nothingReadable(failures: readonly Failure[]): StepFailure {
  const [first] = failures;
  return new StepFailure(
    'NO_READABLE_DOCUMENT',
    `None of ${failures.length} documents could be read. The first, ${first?.name}: ${first?.message}`,
    false,
  );
}
