import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ExecutionRecord } from '#interpreter';
import type { StepProgress } from '../executions/workflow-step.entity.js';
import type { SqlSession } from '../sql-session.js';
import { inTransaction } from '../sql-session.js';
import { storableJson } from '../storable.js';
import { changesOfRecords } from './changes-of-records.js';
import { UnknownExecutionError } from './unknown-execution.error.js';
import { workBefore } from './work-before.js';
import type { RecordedAttempt } from './work-before.js';
import type { AttemptIdentity } from './work-changes.js';
import { changesOfEnd, changesOfStart } from './work-changes.js';
import type { WorkBefore, WorkEnd, WorkStart } from './work.js';
import { PREPARED, writeChanges } from './write-changes.js';
import { ATTEMPTS, LOCK, PROGRESS } from './write.sql.js';

/**
 * Writes what happens in executions to the tables. Every call is one transaction under the
 * execution's row lock; every write may be repeated and may come late: what is there already, or
 * newer, stays. After each commit the channel `execution_events` hears `{"id", "sequence"}`.
 *
 * @throws UnknownExecutionError when the execution is not in the database.
 */
@Injectable()
export class ExecutionRecorder {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Transitions of control and pure steps, of variables, decisions and of the execution itself. */
  async apply(executionId: string, records: readonly ExecutionRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.locked(executionId, null, async (session) => {
      await writeChanges(session, executionId, changesOfRecords(records));
    });
  }

  /**
   * Before an attempt of a work step runs. Earlier attempts still marked running are closed as
   * `WORKER_LOST`. What gave its output already, or failed for good, is not started again.
   */
  async workStarted(start: WorkStart): Promise<WorkBefore> {
    const { executionId, path, attempt } = start;
    return this.locked(executionId, null, async (session) => {
      const attempts = await session.query<RecordedAttempt>(ATTEMPTS, [executionId, path, attempt]);
      const before = workBefore(start, attempts);
      const settled = before.output !== null || before.failed !== null;
      const changes = settled ? changesOfRecords(start.records) : changesOfStart(start, attempts);
      await writeChanges(session, executionId, changes);
      return before;
    });
  }

  /** How far a running attempt is. Costs one update; the caller decides how often. */
  async workProgress(
    executionId: string,
    path: string,
    attempt: number,
    progress: StepProgress,
  ): Promise<void> {
    await this.dataSource.query(PROGRESS, [executionId, path, attempt, storableJson(progress)]);
  }

  /** An attempt whose start is not recorded has no end to record. */
  async workEnded({ executionId, path, attempt, sequence, at, end }: WorkEnd): Promise<void> {
    await this.locked(executionId, { path, attempt }, async (session, identity) => {
      if (identity === null) return;
      await writeChanges(session, executionId, changesOfEnd(identity, sequence, at, end));
    });
  }

  private locked<T>(
    executionId: string,
    step: { readonly path: string; readonly attempt: number } | null,
    work: (session: SqlSession, identity: AttemptIdentity | null) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.dataSource, PREPARED, async (session) => {
      const values = [executionId, step?.path ?? null, step?.attempt ?? null];
      const [found] = await session.query<FoundStep>(LOCK, values);
      if (found === undefined) throw new UnknownExecutionError(executionId);
      const known = step !== null && found.stepId !== null;
      return work(session, known ? { ...step, ...found } : null);
    });
  }
}

type FoundStep = Omit<AttemptIdentity, 'path' | 'attempt'> | { readonly stepId: null };
