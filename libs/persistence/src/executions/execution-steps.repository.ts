import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { StepStatus } from '#interpreter';
import type { Page } from '../keyset-page.js';
import { WorkflowStep } from './workflow-step.entity.js';

/** Rows of an execution that are given at once; a longer one is read page by page. */
const MOST_AT_ONCE = 1_000;

const LIVE: readonly StepStatus[] = ['pending', 'running', 'waiting', 'blocked'];

export interface StepFilterBy {
  /** What they stand directly in: a loop for its rounds, else a scope instance; empty for the root, null for anywhere. */
  readonly parentPath: string | null;
  /** Any of these; all when it is empty. */
  readonly statuses: readonly StepStatus[];
}

/** Where a list of rows goes on. */
export interface StepCursor {
  /** A row's id. */
  readonly id: string;
  readonly iteration: number | null;
}

export interface StepWindow {
  readonly first: number;
  readonly after: StepCursor | null;
}

/** Reads the attempts of steps and the rounds of loops; the recorder writes them. */
@Injectable()
export class ExecutionStepsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Of each execution, in the order they came up: all of it up to a thousand rows; of a longer one what stands
   * outside of loops, and inside of them what has not ended. `stepRows` of the execution says how many there are.
   */
  async outlines(executionIds: readonly string[]): Promise<ReadonlyMap<string, readonly WorkflowStep[]>> {
    const long = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM workflow_executions WHERE id = ANY($1::uuid[]) AND step_rows > $2',
      [executionIds, MOST_AT_ONCE],
    );
    const longIds = long.map(({ id }) => id);
    const short = executionIds.filter((id) => !longIds.includes(id));
    const rows = await Promise.all([
      this.steps.find({ where: { executionId: In(short) }, order: { id: 'ASC' } }),
      ...longIds.map((id) => this.outline(id)),
    ]);
    const byExecution = new Map<string, WorkflowStep[]>(executionIds.map((id) => [id, []]));
    for (const step of rows.flat()) byExecution.get(step.executionId)?.push(step);
    return byExecution;
  }

  /** In the order they came up; those of one parent by round first, for rounds are written as they end. */
  async page(
    executionId: string,
    { parentPath, statuses }: StepFilterBy,
    { first, after }: StepWindow,
  ): Promise<Page<WorkflowStep, StepCursor>> {
    const query = this.steps
      .createQueryBuilder('step')
      .where('step.execution_id = :executionId', { executionId });
    if (parentPath !== null) query.andWhere('step.parent_path = :parentPath', { parentPath });
    if (statuses.length > 0) query.andWhere('step.status IN (:...statuses)', { statuses });
    const isWhole = parentPath === null && statuses.length === 0;
    const total = isWhole ? await this.rowsOf(executionId) : await query.clone().getCount();
    // What stands in one place is all in rounds or all in none.
    const byRound = parentPath !== null && after !== null && after.iteration !== null;
    if (byRound) query.andWhere('(step.iteration, step.id) > (:iteration, CAST(:id AS bigint))', after);
    else if (after !== null) query.andWhere('step.id > :id', { id: after.id });
    if (parentPath !== null) query.orderBy('step.iteration', 'ASC');
    const rows = await query
      .addOrderBy('step.id', 'ASC')
      .limit(first + 1)
      .getMany();
    const items = rows
      .slice(0, first)
      .map((row) => ({ row, cursor: { id: row.id, iteration: row.iteration } }));
    return { items, hasNext: rows.length > first, total };
  }

  /**
   * Whether a round of a loop, or a container with its regions, has begun and not ended. A round gets its own row
   * when it ends; until then there are only those of its steps.
   */
  async isLive(executionId: string, path: string): Promise<boolean> {
    const own = await this.steps.findOne({ where: { executionId, path }, order: { attempt: 'DESC' } });
    if (own !== null) return LIVE.includes(own.status);
    return this.steps.existsBy({ executionId, parentPath: path });
  }

  /** How many there are is kept with the execution. */
  private async rowsOf(executionId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ rows: number }[]>(
      'SELECT step_rows AS rows FROM workflow_executions WHERE id = $1',
      [executionId],
    );
    return row?.rows ?? 0;
  }

  private async outline(executionId: string): Promise<readonly WorkflowStep[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH RECURSIVE outside AS (
         SELECT id, path, step_type, attempt FROM workflow_steps WHERE execution_id = $1 AND parent_path = ''
         UNION ALL
         SELECT s.id, s.path, s.step_type, s.attempt
         FROM outside o JOIN workflow_steps s ON s.execution_id = $1 AND s.parent_path = o.path
         WHERE o.step_type = 'try' AND o.attempt = 1
       ), live AS (
         SELECT id FROM workflow_steps
         WHERE execution_id = $1 AND status IN ('pending', 'running', 'waiting', 'blocked')
         ORDER BY id LIMIT $2
       )
       SELECT id FROM (SELECT id, 0 AS place FROM outside UNION ALL SELECT id, 1 FROM live) AS both_sides
       GROUP BY id ORDER BY min(place), id LIMIT $2`,
      [executionId, MOST_AT_ONCE],
    );
    return this.steps.find({ where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
  }

  private get steps() {
    return this.dataSource.getRepository(WorkflowStep);
  }
}
