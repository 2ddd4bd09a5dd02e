import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IncomingReferences, JsonObject, StepOutput } from '#definition';
import type { StepStatus } from '#interpreter';

/** How a step instance of an execution stood last. */
export interface EarlierStep {
  readonly path: string;
  readonly stepType: string;
  readonly status: StepStatus;
  /** False of one that never came to its turn. */
  readonly started: boolean;
  /** Settings with all templates filled in, where they were kept. */
  readonly configuration: JsonObject | null;
  readonly incoming: IncomingReferences | null;
  /** Of one that completed and whose settings are known. */
  readonly output: StepOutput | null;
}

/** Reads what an execution has done, for another one to take it over. */
@Injectable()
export class EarlierSteps {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest attempt of each step instance, without containers and rounds; its owner is checked by the caller. */
  list(executionId: string): Promise<readonly EarlierStep[]> {
    return this.dataSource.query<EarlierStep[]>(
      `SELECT DISTINCT ON (path) path, step_type AS "stepType", status, started_at IS NOT NULL AS started,
         configuration, input_data AS incoming,
         CASE WHEN status = 'completed' AND configuration IS NOT NULL THEN output_data END AS output
       FROM workflow_steps
       WHERE execution_id = $1 AND step_type NOT IN ('loop', 'try')
       ORDER BY path, attempt DESC`,
      [executionId],
    );
  }
}
