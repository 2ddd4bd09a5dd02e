import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { JsonObject } from '#definition';
import { WorkflowExecution } from '../executions/workflow-execution.entity.js';

export type EventLevel = 'debug' | 'info' | 'warning' | 'error';

/** The log of an execution, append-only. Delivery numbers are gap-free: given out under the execution's row lock. */
@Entity('execution_events')
@Unique('execution_events_execution_id_record_key', ['executionId', 'record'])
@Check('execution_events_level_check', `level IN ('debug', 'info', 'warning', 'error')`)
export class ExecutionEventRow {
  @PrimaryColumn({ name: 'execution_id', type: 'uuid', primaryKeyConstraintName: 'execution_events_pkey' })
  @ForeignKey(() => WorkflowExecution, { name: 'execution_events_execution_id_fkey', onDelete: 'CASCADE' })
  executionId!: string;

  /** Delivery number, from 1: a subscriber who saw N resumes after N. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'execution_events_pkey' })
  sequence!: number;

  /** The number of the record it tells of: what makes writing it twice harmless. */
  @Column({ type: 'integer' })
  record!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  level!: EventLevel;

  /** `execution.<status>`, `step.<status>`, `variable.set`, `condition.evaluated`, `control.<action>`. */
  @Column({ type: 'text' })
  kind!: string;

  /** The step instance; null for the execution itself. */
  @Column({ type: 'text', nullable: true })
  path!: string | null;

  @Column({ type: 'text' })
  message!: string;

  @Column({ type: 'jsonb', nullable: true })
  data!: JsonObject | null;
}
