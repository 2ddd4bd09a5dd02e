import type { Sinks } from '@temporalio/workflow';
import type { ExecutionRecord } from '#interpreter';
import type { WorkRequest } from '../activities.js';
import type { WorkAnswer } from './work-answer.js';

/** Told while a history is replayed: all that an execution asked for that ends up in the tables. */
export interface RequestSinks extends Sinks {
  readonly requests: {
    /** Records may be told more than once. */
    records(records: readonly ExecutionRecord[]): void;
    work(request: WorkRequest, at: number): void;
    answer(path: string, firstAttempt: number, answer: WorkAnswer): void;
  };
}
