import { log, scheduleActivity, scheduleLocalActivity } from '@temporalio/workflow';
import type { ExecutionRecord } from '#interpreter';
import type { RecordRequest } from '../activities.js';
import { DURABLE_OPTIONS, LOCAL_OPTIONS } from '../activity-options.js';
import type { ExecutionIdentity } from '../argument.js';
import { boundedRecord } from '../bounded-record.js';
import { RECORD_BATCH_BYTES, jsonBytes } from '../sizes.js';

interface Held {
  readonly record: ExecutionRecord;
  readonly bytes: number;
}

/** Transitions that the tables have not seen yet. They ride with the next activity, or are written on their own. */
export class RecordBuffer {
  private held: Held[] = [];

  constructor(
    private readonly identity: ExecutionIdentity,
    records: readonly ExecutionRecord[],
  ) {
    this.add(records);
  }

  get empty(): boolean {
    return this.held.length === 0;
  }

  add(records: readonly ExecutionRecord[]): void {
    for (const record of records.map(boundedRecord)) this.held.push({ record, bytes: jsonBytes(record) });
  }

  /** Takes what fits one batch out, oldest first. Whoever cannot say that it was written gives it back. */
  take(): readonly ExecutionRecord[] {
    let bytes = 0;
    let count = 0;
    for (const { bytes: own } of this.held) {
      if (count > 0 && bytes + own > RECORD_BATCH_BYTES) break;
      bytes += own;
      count += 1;
    }
    return this.held.splice(0, count).map(({ record }) => record);
  }

  /** Writes one batch, however long it takes. Never rejects: a late table must not fail an execution. */
  async write(): Promise<void> {
    const request: RecordRequest = { identity: this.identity, records: this.take() };
    try {
      await scheduleLocalActivity<void>('record', [request], LOCAL_OPTIONS);
    } catch {
      await this.writeDurably(request);
    }
  }

  private async writeDurably(request: RecordRequest): Promise<void> {
    try {
      await scheduleActivity<void>('record', [request], { ...DURABLE_OPTIONS, summary: 'Write progress' });
    } catch (error) {
      log.error('Records were refused for good', { error, count: request.records.length });
    }
  }
}
