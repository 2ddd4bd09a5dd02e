import { DocumentError } from '../document-error.js';
import { answerTask } from '../isolation/worker-answer.js';
import { readDocument } from './read-document.js';
import type { ReadTask } from './read-document.js';

/** Worker entry: reads one document and posts the extraction, or why there is none. */
await answerTask(
  async (task: ReadTask) => readDocument(task),
  (error) => {
    if (error instanceof DocumentError) return { code: error.code, message: error.message };
    if (error instanceof RangeError) {
      return { code: 'DOCUMENT_LIMIT', message: 'The document is nested too deeply or too large to read.' };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'DOCUMENT_BROKEN', message: `The document is damaged: ${reason}` };
  },
);
