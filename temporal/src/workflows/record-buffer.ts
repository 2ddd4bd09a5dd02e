import { log, scheduleActivity } from '@temporalio/workflow';
import type { ExecutionRecord } from '#interpreter';
import type { RecordRequest } from '../activities.js';
import { DURABLE_OPTIONS } from '../activity-options.js';
import type { ExecutionIdentity } from '../argument.js';
import { boundedRecord } from '../bounded-record.js';
import { localActivity } from './local-activity.js';
import type { LocalLane } from './local-lane.js';
import { LOCAL_RECORD_BATCH_BYTES, RECORD_BATCH_BYTES, jsonBytes } from '../sizes.js';

interface Held {
  readonly record: ExecutionRecord;
  readonly bytes: number;
}

/** Transitions that the tables have not seen yet. They ride with the next activity, or are written on their own. */
export class RecordBuffer {
  private held: Held[] = [];

  constructor(
    private readonly identity: ExecutionIdentity,
    private readonly lane: LocalLane,
    records: readonly ExecutionRecord[],
  ) {
    this.add(records);
  }

  get empty(): boolean {
    return this.held.length === 0;
  }

  add(records: readonly ExecutionRecord[]): void {
    for (const record of records) this.held.push(held(record));
  }

  /** Takes what an activity can carry along out, oldest first. Whoever cannot say that it was written gives it back. */
  take(): readonly ExecutionRecord[] {
    return takeFrom(this.held, RECORD_BATCH_BYTES).map(({ record }) => record);
  }

  /** Writes one batch, however long it takes. Never rejects: a late table must not fail an execution. */
  async write(): Promise<void> {
    let batch: readonly Held[] = [];
    const request = (): RecordRequest => {
      batch = takeFrom(this.held, LOCAL_RECORD_BATCH_BYTES);
      this.lane.write(bytesOf(batch));
      return this.request(batch);
    };
    try {
      await localActivity<void>(this.lane, 'record', request);
    } catch {
      const rest = [...batch];
      while (rest.length > 0) await this.writeDurably(takeFrom(rest, RECORD_BATCH_BYTES));
    }
  }

  private request(batch: readonly Held[]): RecordRequest {
    return { identity: this.identity, records: batch.map(({ record }) => record) };
  }

  private async writeDurably(batch: readonly Held[]): Promise<void> {
    const request = this.request(batch);
    try {
      await scheduleActivity<void>('record', [request], { ...DURABLE_OPTIONS, summary: 'Write progress' });
    } catch (error) {
      log.error('Records were refused for good', { error, count: request.records.length });
    }
  }
}

/** As it can be sent, with its size. */
function held(record: ExecutionRecord): Held {
  const bytes = jsonBytes(record);
  const bounded = boundedRecord(record, bytes);
  return { record: bounded, bytes: bounded === record ? bytes : jsonBytes(bounded) };
}

function bytesOf(list: readonly Held[]): number {
  return list.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Takes what fits out of a list, and at least one. */
function takeFrom(list: Held[], limit: number): readonly Held[] {
  let bytes = 0;
  let count = 0;
  for (const { bytes: own } of list) {
    if (count > 0 && bytes + own > limit) break;
    bytes += own;
    count += 1;
  }
  return list.splice(0, count);
}
