import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JsonObject } from '#definition';
import type { Page } from '../keyset-page.js';
import { isUuid } from '../uuid.js';

/** Somebody who may be asked: named by id, or by e-mail address in any case. */
export interface Person {
  readonly id: string;
  readonly email: string;
}

/** A step that waits for somebody to approve. */
export interface OpenApproval {
  readonly id: string;
  readonly executionId: string;
  readonly executionName: string;
  readonly path: string;
  readonly stepName: string;
  readonly configuration: JsonObject | null;
  readonly startedAt: Date | null;
  /** When it is decided by itself; null when it waits for as long as it takes. */
  readonly dueAt: Date | null;
}

const IS_NAMED = `EXISTS (
  SELECT FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(s.configuration -> 'assignees') = 'array'
    THEN s.configuration -> 'assignees' ELSE '[]' END) AS assignee
  WHERE assignee = $1 OR lower(assignee) = lower($2))`;
const IS_OPEN = `s.status = 'waiting' AND s.step_type = 'approval'
  AND e.status NOT IN ('completed', 'failed', 'cancelled')`;
const ASKS_NOBODY = `coalesce(s.configuration -> 'assignees', '[]') = '[]'`;

/** Finds what waits for the approval of a person, in their own executions and in those of others. */
@Injectable()
export class ApprovalsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether the step there asks the person by name. */
  async asks({ id, email }: Person, executionId: string, path: string): Promise<boolean> {
    if (!isUuid(executionId)) return false;
    const [row] = await this.dataSource.query<{ asks: boolean }[]>(
      `SELECT EXISTS (SELECT FROM workflow_steps s JOIN workflow_executions e ON e.id = s.execution_id
         WHERE s.execution_id = $3 AND s.path = $4 AND ${IS_OPEN} AND ${IS_NAMED}) AS asks`,
      [id, email, executionId, path],
    );
    return row?.asks ?? false;
  }

  /** What asks the person by name, and what asks nobody in particular in their own executions; longest waiting first. */
  async list(
    { id, email }: Person,
    { first, after }: { readonly first: number; readonly after: string | null },
  ): Promise<Page<OpenApproval, string>> {
    const wanted = `${IS_OPEN} AND (${IS_NAMED} OR (e.user_id = $1::uuid AND ${ASKS_NOBODY}))`;
    const from = 'workflow_steps s JOIN workflow_executions e ON e.id = s.execution_id';
    const rows = await this.dataSource.query<OpenApproval[]>(
      `SELECT s.id, e.id AS "executionId", e.execution_name AS "executionName", s.path, s.step_name AS "stepName",
         s.configuration, s.started_at AS "startedAt", s.due_at AS "dueAt"
       FROM ${from} WHERE ${wanted} AND ($3::bigint IS NULL OR s.id > $3) ORDER BY s.id LIMIT $4`,
      [id, email, after, first + 1],
    );
    const [counted] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM ${from} WHERE ${wanted}`,
      [id, email],
    );
    const items = rows.slice(0, first).map((row) => ({ row, cursor: row.id }));
    return { items, hasNext: rows.length > first, total: counted?.total ?? 0 };
  }
}
