import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json } from '#definition';
import type { Page } from '../keyset-page.js';
import { WorkflowCondition } from './workflow-condition.entity.js';

/** What a variable is now, in one scope instance. */
export interface CurrentVariable {
  readonly scopePath: string;
  readonly name: string;
  readonly value: Json;
  readonly setAt: Date;
}

/** Where a list of variables goes on. */
export type VariableCursor = Pick<CurrentVariable, 'scopePath' | 'name'>;

interface ValueWindow<C> {
  readonly first: number;
  readonly after: C | null;
}

/** Reads the variables and the decisions of an execution; the recorder writes them. */
@Injectable()
export class ExecutionValuesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Current values by scope instance and name; `scopePath` null means those of all scope instances. */
  async variables(
    executionId: string,
    scopePath: string | null,
    { first, after }: ValueWindow<VariableCursor>,
  ): Promise<Page<CurrentVariable, VariableCursor>> {
    const inScope = 'execution_id = $1 AND ($2::text IS NULL OR scope_path = $2)';
    const rows = await this.dataSource.query<CurrentVariable[]>(
      `SELECT DISTINCT ON (scope_path, name) scope_path AS "scopePath", name, value, created_at AS "setAt"
       FROM workflow_variables
       WHERE ${inScope} AND ($3::text IS NULL OR (scope_path, name) > ($3, $4))
       ORDER BY scope_path, name, sequence DESC LIMIT $5`,
      [executionId, scopePath, after?.scopePath ?? null, after?.name ?? null, first + 1],
    );
    const [counted] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM (SELECT DISTINCT scope_path, name FROM workflow_variables WHERE ${inScope}) v`,
      [executionId, scopePath],
    );
    return {
      items: rows
        .slice(0, first)
        .map((row) => ({ row, cursor: { scopePath: row.scopePath, name: row.name } })),
      hasNext: rows.length > first,
      total: counted?.total ?? 0,
    };
  }

  /** In the order they were made; `path` null means those of all steps. The cursor is a decision's number. */
  async decisions(
    executionId: string,
    path: string | null,
    { first, after }: ValueWindow<number>,
  ): Promise<Page<WorkflowCondition, number>> {
    const query = this.dataSource
      .getRepository(WorkflowCondition)
      .createQueryBuilder('decision')
      .where('decision.execution_id = :executionId', { executionId });
    if (path !== null) query.andWhere('decision.path = :path', { path });
    const total = await query.clone().getCount();
    if (after !== null) query.andWhere('decision.sequence > :after', { after });
    const rows = await query
      .orderBy('decision.sequence', 'ASC')
      .limit(first + 1)
      .getMany();
    return {
      items: rows.slice(0, first).map((row) => ({ row, cursor: row.sequence })),
      hasNext: rows.length > first,
      total,
    };
  }
}
