import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ROWS_STEP } from '#definition';
import type { Json } from '#definition';
import type { StepError, StepStatus } from '#interpreter';

/** How a row of a table of inputs ended. */
export interface RowResult {
  /** Counted from 0. */
  readonly row: number;
  readonly status: StepStatus;
  readonly result: Json;
  readonly error: StepError | null;
  readonly durationMs: number | null;
}

/** How a row stands, or one of the steps in it. */
export interface RowStanding {
  /** Counted from 0. */
  readonly row: number;
  readonly status: StepStatus;
}

const SELECT = `SELECT iteration AS "row", status, output_data #> '{facts,result}' AS result, error,
    duration_ms AS "durationMs"
  FROM workflow_steps WHERE execution_id = $1 AND parent_path = $2`;

/** Reads how the rows of a table ended; its owner is checked by the caller. */
@Injectable()
export class RowResults {
  constructor(private readonly dataSource: DataSource) {}

  /** Those from a row on up to another, by number; rows that have not ended are not among them. */
  between(executionId: string, from: number, to: number): Promise<readonly RowResult[]> {
    return this.dataSource.query<RowResult[]>(
      `${SELECT} AND iteration >= $3 AND iteration < $4 ORDER BY iteration`,
      [executionId, ROWS_STEP, from, to],
    );
  }

  /** Those of these rows that have ended. */
  of(executionId: string, rows: readonly number[]): Promise<readonly RowResult[]> {
    return this.dataSource.query<RowResult[]>(`${SELECT} AND iteration = ANY($3::int[])`, [
      executionId,
      ROWS_STEP,
      rows,
    ]);
  }

  /** How the rows ended that have. */
  async ended(executionId: string): Promise<readonly RowStanding[]> {
    const rows = await this.dataSource.query<{ status: StepStatus; rows: readonly number[] }[]>(
      `SELECT status, json_agg(iteration) AS rows FROM workflow_steps
       WHERE execution_id = $1 AND parent_path = $2 GROUP BY status`,
      [executionId, ROWS_STEP],
    );
    return rows.flatMap(({ status, rows: numbers }) => numbers.map((row) => ({ row, status })));
  }

  /** Steps in rows that have not ended: the row each stands in, and how the step stands. */
  live(executionId: string): Promise<readonly RowStanding[]> {
    return this.dataSource.query<RowStanding[]>(
      `SELECT DISTINCT substring(path FROM '^@rows\\[(\\d+)\\]')::int AS "row", status FROM workflow_steps
       WHERE execution_id = $1 AND status IN ('pending', 'running', 'waiting', 'blocked') AND path LIKE '@rows[%'`,
      [executionId],
    );
  }

  /** Numbers of the rows that completed. */
  async completed(executionId: string): Promise<ReadonlySet<number>> {
    const rows = await this.dataSource.query<{ row: number }[]>(
      `SELECT iteration AS "row" FROM workflow_steps
       WHERE execution_id = $1 AND parent_path = $2 AND status = 'completed'`,
      [executionId, ROWS_STEP],
    );
    return new Set(rows.map(({ row }) => row));
  }
}
