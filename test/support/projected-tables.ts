import type { DataSource } from 'typeorm';

/** All that the tables say of an execution, in an order of its own; without numbers and times that the database gives. */
export interface ProjectedTables {
  readonly execution: object;
  readonly steps: readonly object[];
  readonly variables: readonly object[];
  readonly conditions: readonly object[];
  readonly events: readonly object[];
}

export async function projectedTables(dataSource: DataSource, executionId: string): Promise<ProjectedTables> {
  const rows = async (sql: string): Promise<readonly object[]> => {
    const found = await dataSource.query<{ row: object }[]>(sql, [executionId]);
    return found.map(({ row }) => row);
  };
  const [execution = {}] = await rows(
    `SELECT to_jsonb(e) - 'updated_at' AS row FROM workflow_executions e WHERE id = $1`,
  );
  return {
    execution,
    steps: await rows(
      `SELECT to_jsonb(s) - '{id,created_at}'::text[] AS row FROM workflow_steps s
       WHERE execution_id = $1 ORDER BY path COLLATE "C", attempt`,
    ),
    variables: await rows(
      `SELECT to_jsonb(v) - 'id' AS row FROM workflow_variables v WHERE execution_id = $1 ORDER BY sequence, name`,
    ),
    conditions: await rows(
      `SELECT to_jsonb(c) - 'id' AS row FROM workflow_conditions c WHERE execution_id = $1 ORDER BY sequence`,
    ),
    // Delivery numbers follow the order of arrival.
    events: await rows(
      `SELECT to_jsonb(e) - 'sequence' AS row FROM execution_events e WHERE execution_id = $1 ORDER BY record`,
    ),
  };
}
