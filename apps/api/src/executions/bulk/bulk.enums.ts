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
