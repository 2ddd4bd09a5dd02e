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
}

/** Reads how the rows of a table ended; its owner is checked by the caller. */
@Injectable()
export class RowResults {
  constructor(private readonly dataSource: DataSource) {}

  /** Those from a row on up to another, by number; rows that have not ended are not among them. */
  between(executionId: string, from: number, to: number): Promise<readonly RowResult[]> {
    return this.dataSource.query<RowResult[]>(
      `SELECT iteration AS "row", status, output_data #> '{facts,result}' AS result, error
       FROM workflow_steps
       WHERE execution_id = $1 AND parent_path = $2 AND iteration >= $3 AND iteration < $4
       ORDER BY iteration`,
      [executionId, ROWS_STEP, from, to],
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
