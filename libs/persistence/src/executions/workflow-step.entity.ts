import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { JsonObject, StepOutput } from '#definition';
import type { StepError, StepStatus } from '#interpreter';
import { bigintAsNumber } from '../numeric.js';
import { WorkflowExecution } from './workflow-execution.entity.js';

export interface StepProgress {
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

/** One attempt of one step instance, or one round of a loop: then the path ends in `[n]` and the rest is the loop's. */
@Entity('workflow_steps')
@Unique('workflow_steps_execution_id_path_attempt_key', ['executionId', 'path', 'attempt'])
@Check(
  'workflow_steps_status_check',
  `status IN ('pending', 'running', 'waiting', 'blocked', 'completed', 'failed', 'skipped', 'cancelled')`,
)
@Index('workflow_steps_parent_path_idx', ['executionId', 'parentPath', 'iteration', 'id'])
@Index('workflow_steps_order_idx', ['executionId', 'id'])
@Index('workflow_steps_live_idx', { synchronize: false })
@Index('workflow_steps_approvals_idx', { synchronize: false })
export class WorkflowStep {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'workflow_steps_pkey',
  })
  id!: string;

  @Column({ name: 'execution_id', type: 'uuid' })
  @ForeignKey(() => WorkflowExecution, { name: 'workflow_steps_execution_id_fkey', onDelete: 'CASCADE' })
  executionId!: string;

  /** The instance: `outer[2]/inner[5]/embed`. */
  @Column({ type: 'text' })
  path!: string;

  /** What it stands directly in: the loop of a round, else the scope instance of a step; empty for the root. */
  @Column({ name: 'parent_path', type: 'text' })
  parentPath!: string;

  /** Counts from 1 within the instance, manual retries included. */
  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ name: 'step_id', type: 'text' })
  stepId!: string;

  @Column({ name: 'step_type', type: 'text' })
  stepType!: string;

  @Column({ name: 'step_name', type: 'text' })
  stepName!: string;

  /** Round of the innermost loop it stands in, or that it is, from 0; null outside of loops. */
  @Column({ type: 'integer', nullable: true })
  iteration!: number | null;

  @Column({ type: 'text' })
  status!: StepStatus;

  /** What it got, by kind of reference, when that was recorded. */
  @Column({ name: 'input_data', type: 'jsonb', nullable: true })
  inputData!: JsonObject | null;

  @Column({ name: 'output_data', type: 'jsonb', nullable: true })
  outputData!: StepOutput | null;

  /** Settings with all templates filled in. */
  @Column({ type: 'jsonb', nullable: true })
  configuration!: JsonObject | null;

  @Column({ type: 'jsonb', nullable: true })
  error!: StepError | null;

  @Column({ name: 'error_message', type: 'text', nullable: true })
  errorMessage!: string | null;

  /** One sentence: which connection died and why, or what is awaited. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', default: '[]' })
  warnings!: readonly string[];

  /** How far a running step is; throttled by who reports it, gone when it ends. */
  @Column({ type: 'jsonb', nullable: true })
  progress!: StepProgress | null;

  /** The interpreter's number of the latest write; an older one changes nothing. */
  @Column({ type: 'integer' })
  sequence!: number;

  /** Its output is that of the execution this one is a rerun of. */
  @Column({ type: 'boolean', default: false })
  reused!: boolean;

  @Column({ name: 'retry_count', type: 'integer', default: 0 })
  retryCount!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  /** When a step that waits or is blocked goes on by itself. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  @Column({ name: 'duration_ms', type: 'bigint', nullable: true, transformer: bigintAsNumber })
  durationMs!: number | null;
}
