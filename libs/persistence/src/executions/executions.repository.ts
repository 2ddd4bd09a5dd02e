import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { BulkSettings, Reference } from '#definition';
import type { ExecutionStatus } from '#interpreter';
import { keysetPage } from '../keyset-page.js';
import type { Cursor, Page, Window } from '../keyset-page.js';
import { isUniqueViolation } from '../unique-violation.js';
import { WorkflowExecution } from './workflow-execution.entity.js';

export interface NewExecution {
  readonly id: string;
  readonly userId: string;
  readonly workflowId: string | null;
  readonly versionId: string | null;
  readonly version: number;
  readonly definitionHash: string;
  readonly executionName: string;
  readonly executionGraph: object;
  readonly inputData: object;
  readonly documents: Reference | null;
  readonly idempotencyKey: string | null;
  /** What was asked for with the key; null without one. */
  readonly requestHash: string | null;
  /** What starts it; `manual` when not said. */
  readonly trigger?: 'rerun' | 'bulk';
  readonly rerunOf?: string;
  /** Where what it may take over is kept. */
  readonly reuse?: Reference | null;
  readonly bulk?: BulkSettings | null;
}

export interface ExecutionFilterBy {
  readonly workflowId?: string | null;
  readonly status?: ExecutionStatus | null;
  /** Also those that run for a step of another one; left out when not said. */
  readonly includeChildren?: boolean | null;
}

/** What tells that an execution has moved on. */
export interface ExecutionPulse {
  readonly status: ExecutionStatus;
  /** Of the last event. */
  readonly sequence: number;
  /** Differs when a running step is further than before; steps say that without an event. */
  readonly progress: string | null;
}

/** Creating and reading executions; what happens in them is written by the recorder. */
@Injectable()
export class ExecutionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(ownerId: string, id: string): Promise<WorkflowExecution | null> {
    return this.executions.findOneBy({ id, userId: ownerId });
  }

  /** Whoever owns it: only for somebody who is known to have to do with it. */
  findAnybodys(id: string): Promise<WorkflowExecution | null> {
    return this.executions.findOneBy({ id });
  }

  /** Costs one short query, however big the definition and the values are; null when it is not the owner's. */
  async pulse(ownerId: string, id: string): Promise<ExecutionPulse | null> {
    const [row] = await this.dataSource.query<ExecutionPulse[]>(
      `SELECT status, sequence, (
         SELECT md5(string_agg(progress::text, ' ' ORDER BY id)) FROM workflow_steps
         WHERE execution_id = $1 AND status = 'running'
       ) AS progress
       FROM workflow_executions WHERE id = $1 AND user_id = $2`,
      [id, ownerId],
    );
    return row ?? null;
  }

  findByKey(ownerId: string, idempotencyKey: string): Promise<WorkflowExecution | null> {
    return this.executions.findOneBy({ userId: ownerId, idempotencyKey });
  }

  /** Newest first. */
  list(ownerId: string, filter: ExecutionFilterBy, window: Window): Promise<Page<WorkflowExecution>> {
    const query = this.executions
      .createQueryBuilder('execution')
      .where('execution.user_id = :ownerId', { ownerId });
    if (filter.workflowId)
      query.andWhere('execution.workflow_id = :workflowId', { workflowId: filter.workflowId });
    if (filter.status) query.andWhere('execution.status = :status', { status: filter.status });
    if (!filter.includeChildren) query.andWhere('execution.parent_execution_id IS NULL');
    return keysetPage(query, 'createdAt', window);
  }

  /** Those that run for steps of an execution, newest first; its owner is checked by the caller. */
  children(parentExecutionId: string, window: Window): Promise<Page<WorkflowExecution>> {
    const query = this.executions
      .createQueryBuilder('execution')
      .where('execution.parent_execution_id = :parentExecutionId', { parentExecutionId });
    return keysetPage(query, 'createdAt', window);
  }

  findMany(ownerId: string, ids: readonly string[]): Promise<readonly WorkflowExecution[]> {
    return this.executions.findBy({ id: In([...ids]), userId: ownerId });
  }

  /** Pending. Null when the owner has one of the same idempotency key. */
  async insert(execution: NewExecution): Promise<WorkflowExecution | null> {
    try {
      await this.executions.insert({ ...execution });
      return await this.executions.findOneByOrFail({ id: execution.id });
    } catch (error) {
      if (isUniqueViolation(error, 'workflow_executions_user_id_idempotency_key_key')) return null;
      throw error;
    }
  }

  /** Without those that run for a step: what a person started is what a person is held to. */
  async countOpen(ownerId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM workflow_executions
        WHERE user_id = $1 AND status NOT IN ('completed', 'failed', 'cancelled') AND parent_execution_id IS NULL`,
      [ownerId],
    );
    return row?.count ?? 0;
  }

  /**
   * Pending for longer than the given time: their start may never have reached Temporal. Oldest first; without
   * those that run for a step, which whoever runs the step starts.
   */
  listPending(
    olderThanMs: number,
    after: Cursor | null,
    limit: number,
  ): Promise<readonly WorkflowExecution[]> {
    const query = this.executions
      .createQueryBuilder('execution')
      .where(`execution.status = 'pending' AND execution.created_at < now() - make_interval(secs => :age)`, {
        age: olderThanMs / 1000,
      })
      .andWhere('execution.parent_execution_id IS NULL')
      .orderBy('execution.createdAt', 'ASC')
      .addOrderBy('execution.id', 'ASC')
      .limit(limit);
    if (after)
      query.andWhere(
        '(execution.created_at, execution.id) > (CAST(:at AS timestamptz), CAST(:id AS uuid))',
        after,
      );
    return query.getMany();
  }

  private get executions() {
    return this.dataSource.getRepository(WorkflowExecution);
  }
}
