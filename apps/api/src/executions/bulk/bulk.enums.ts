import { registerEnumType } from '@nestjs/graphql';

/** The words of the engine: what becomes of the whole when rows fail. */
export enum RowErrors {
  COLLECT = 'collect',
  FAIL_FAST = 'failFast',
  IGNORE = 'ignore',
}
registerEnumType(RowErrors, {
  name: 'RowErrors',
  description: 'What becomes of the whole when rows fail.',
  valuesMap: {
    COLLECT: { description: 'All rows run; with any that failed, the whole has failed.' },
    FAIL_FAST: { description: 'The first that fails ends it.' },
    IGNORE: { description: 'All rows run, and the whole completes.' },
  },
});

export enum RowsFormat {
  CSV = 'csv',
  JSON_LINES = 'jsonl',
}
registerEnumType(RowsFormat, { name: 'RowsFormat' });

/** How a row stands; the words of the engine, and one for rows that it never came to. */
export enum RowStatus {
  PENDING = 'pending',
  RUNNING = 'running',
  WAITING = 'waiting',
  BLOCKED = 'blocked',
  COMPLETED = 'completed',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
  NOT_RUN = 'not_run',
}
registerEnumType(RowStatus, {
  name: 'RowStatus',
  description: 'How a row of a table of inputs stands.',
  valuesMap: {
    PENDING: { description: 'It has not begun.' },
    NOT_RUN: { description: 'The execution ended before it began.' },
  },
});
