import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ExecutionStatus, StepStatus } from '#interpreter';
import { WorkflowExecution } from './workflow-execution.entity.js';
import { WorkflowStep } from './workflow-step.entity.js';

const CLOSED: readonly ExecutionStatus[] = ['completed', 'failed', 'cancelled'];
const UNFINISHED: readonly StepStatus[] = ['pending', 'running', 'waiting', 'blocked'];

/** An execution that the tables hold for open. */
export interface OpenExecution {
  readonly id: string;
  readonly status: ExecutionStatus;
}

/** What has to be closed when an execution ended without being able to say so. */
export interface Unfinished {
  /** The highest number any record of it has. */
  readonly lastRecord: number;
  /** What it comes to when these steps are closed. */
  readonly progress: { readonly done: number; readonly known: number };
  readonly steps: readonly Pick<WorkflowStep, 'path' | 'attempt' | 'stepId' | 'stepType' | 'stepName'>[];
}

/** Finds executions to be compared with what Temporal knows of them. */
@Injectable()
export class OpenExecutions {
  constructor(private readonly dataSource: DataSource) {}

  /** Open ones of which nothing was recorded since a time, in order of id, after an id. */
  async quietSince(time: Date, after: string | null, limit: number): Promise<readonly OpenExecution[]> {
    const query = this.dataSource
      .getRepository(WorkflowExecution)
      .createQueryBuilder('execution')
      .select(['execution.id', 'execution.status'])
      .where('execution.status NOT IN (:...closed)', { closed: CLOSED })
      .andWhere('execution.updatedAt < :time', { time })
      .orderBy('execution.id')
      .limit(limit);
    if (after !== null) query.andWhere('execution.id > :after', { after });
    return query.getMany();
  }

  /**
   * Pending ones that were to run for a step of an execution that has ended since, perhaps before it could start
   * them: nobody will any more. A start that is under way gets some time.
   */
  async abandoned(graceMs: number, limit: number): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT e.id FROM workflow_executions e JOIN workflow_executions parent ON parent.id = e.parent_execution_id
       WHERE e.status = 'pending' AND parent.status IN ('completed', 'failed', 'cancelled')
         AND parent.updated_at < now() - make_interval(secs => $1)
       ORDER BY e.created_at, e.id LIMIT $2`,
      [graceMs / 1000, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Ended ones whose tables hold what their history does not. */
  async diverged(limit: number): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM workflow_executions WHERE diverged AND status = ANY ($1) ORDER BY id LIMIT $2`,
      [CLOSED, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Null when it is unknown or closed by now. */
  async unfinished(executionId: string): Promise<Unfinished | null> {
    const execution = await this.dataSource
      .getRepository(WorkflowExecution)
      .createQueryBuilder('execution')
      .where('execution.id = :executionId', { executionId })
      .andWhere('execution.status NOT IN (:...closed)', { closed: CLOSED })
      .getOne();
    if (execution === null) return null;
    const [numbers] = await this.dataSource.query<{ readonly last: number | null }[]>(
      `SELECT greatest(
         (SELECT max(sequence) FROM workflow_steps WHERE execution_id = $1),
         (SELECT max(record) FROM execution_events WHERE execution_id = $1)
       ) AS last`,
      [executionId],
    );
    const steps = await this.dataSource
      .getRepository(WorkflowStep)
      .createQueryBuilder('step')
      .where('step.execution_id = :executionId', { executionId })
      .andWhere('step.status IN (:...unfinished)', { unfinished: UNFINISHED })
      .orderBy('step.id')
      .getMany();
    return {
      lastRecord: Math.max(execution.statusRecord, numbers?.last ?? 0),
      progress: progressAtEnd(execution, steps),
      steps,
    };
  }
}

function progressAtEnd(
  { stepsEnded, stepsTold, stepsKnown }: WorkflowExecution,
  open: readonly WorkflowStep[],
): Unfinished['progress'] {
  const instances = new Set(open.map(({ path }) => path).filter((path) => !path.endsWith(']')));
  const done = Math.max(stepsTold, stepsEnded + instances.size);
  return { done, known: Math.max(stepsKnown, done) };
}
