import { answerTask } from '../isolation/worker-answer.js';
import { explainFailure } from './explain-failure.js';
import { readDocument } from './read-document.js';
import type { ReadTask } from './read-document.js';

/** Worker entry: reads one document and posts the extraction, or why there is none. */
await answerTask(async (task: ReadTask) => readDocument(task), explainFailure);
