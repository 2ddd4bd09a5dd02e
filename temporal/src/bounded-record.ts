import type { ExecutionRecord } from '#interpreter';
import { RECORD_BYTES, jsonBytes } from './sizes.js';

const DROPPED = 'The value was too big to be kept and is not shown.';

/** A record that can be sent: one above RECORD_BYTES loses its values and keeps what happened. */
export function boundedRecord(record: ExecutionRecord): ExecutionRecord {
  if (jsonBytes(record) <= RECORD_BYTES) return record;
  switch (record.kind) {
    case 'execution':
      return { ...record, output: null };
    case 'step':
      return { ...record, output: null, warnings: [...record.warnings.slice(0, 20), DROPPED] };
    case 'variable':
      return { ...record, value: null };
    case 'condition':
      return { ...record, operands: {} };
    case 'control':
      return { ...record, detail: {} };
  }
}
