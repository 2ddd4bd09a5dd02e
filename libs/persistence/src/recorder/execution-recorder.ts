import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JsonObject, StepOutput } from '#definition';
import type { ExecutionRecord, StepError } from '#interpreter';
import type { StepProgress } from '../executions/workflow-step.entity.js';
import type { SqlSession } from '../sql-session.js';
import { inTransaction } from '../sql-session.js';
import { storableJson } from '../storable.js';
import type { Changes } from './changes.js';
import { changesOfRecords } from './changes-of-records.js';
import { UnknownExecutionError } from './unknown-execution.error.js';
import type { AttemptIdentity, RecordedAttempt } from './work-changes.js';
import { changesOfEnd, changesOfStart } from './work-changes.js';
import type { WorkStart } from './work-start.js';
import { ATTEMPTS, LOCK, PROGRESS, WRITE } from './write.sql.js';

const PREPARED = new Map([
  [LOCK, 'recorder-lock'],
  [ATTEMPTS, 'recorder-attempts'],
  [WRITE, 'recorder-write'],
]);

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
      await write(session, executionId, changesOfRecords(records));
    });
  }

  /**
   * Before an attempt of a work step runs. Earlier attempts still marked running are closed as
   * `WORKER_LOST`.
   * @returns the output this or an earlier attempt since `firstAttempt` already gave: then the step must not run.
   */
  async workStarted(start: WorkStart): Promise<StepOutput | null> {
    const { executionId, path, firstAttempt, attempt } = start;
    return this.locked(executionId, null, async (session) => {
      const attempts = await session.query<RecordedAttempt>(ATTEMPTS, [executionId, path, attempt]);
      const done = attempts.find((other) => other.attempt >= firstAttempt && other.status === 'completed');
      const changes =
        done === undefined ? changesOfStart(start, attempts, Date.now()) : changesOfRecords(start.records);
      await write(session, executionId, changes);
      return done?.output ?? null;
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

  async workCompleted(
    executionId: string,
    path: string,
    attempt: number,
    sequence: number,
    output: StepOutput,
  ): Promise<void> {
    await this.workEnded(executionId, path, attempt, sequence, output);
  }

  /** An error of code `CANCELLED` marks the attempt as cancelled, every other as failed. */
  async workFailed(
    executionId: string,
    path: string,
    attempt: number,
    sequence: number,
    error: StepError,
  ): Promise<void> {
    await this.workEnded(executionId, path, attempt, sequence, error);
  }

  /** An attempt whose start is not recorded has no end to record. */
  private async workEnded(
    executionId: string,
    path: string,
    attempt: number,
    sequence: number,
    end: StepOutput | StepError,
  ): Promise<void> {
    await this.locked(executionId, { path, attempt }, async (session, identity) => {
      if (identity === null) return;
      await write(session, executionId, changesOfEnd(identity, sequence, Date.now(), end));
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

async function write(session: SqlSession, executionId: string, changes: Changes): Promise<void> {
  const { steps, status, variables, conditions, events } = changes;
  const lists: readonly unknown[] = [steps, status === null ? [] : [status], variables, conditions, events];
  await session.query<JsonObject>(WRITE, [executionId, ...lists.map(storableJson)]);
}
