import type { ExecutionRecord } from '#interpreter';
import { RECORD_BYTES } from './sizes.js';

const DROPPED = 'The value was too big to be kept and is not shown.';

/** A record of a size that can be sent: one above RECORD_BYTES loses its values and keeps what happened. */
export function boundedRecord(record: ExecutionRecord, bytes: number): ExecutionRecord {
  if (bytes <= RECORD_BYTES) return record;
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
