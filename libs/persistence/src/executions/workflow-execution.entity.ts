import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import type { BulkSettings, Reference } from '#definition';
import type { ExecutionStatus, StepError } from '#interpreter';
import { User } from '../users/user.entity.js';
import { WorkflowVersion } from '../versions/workflow-version.entity.js';
import { Workflow } from '../workflows/workflow.entity.js';
import { bigintAsNumber } from '../numeric.js';

/**
 * One run of one version. It keeps its definition, so it stays readable when the workflow is gone.
 * JSON objects are typed `object`: the mapped types of TypeORM never end on a recursive type such as `JsonObject`.
 */
@Entity('workflow_executions')
@Unique('workflow_executions_user_id_idempotency_key_key', ['userId', 'idempotencyKey'])
@Check(
  'workflow_executions_status_check',
  `status IN ('pending', 'running', 'paused', 'waiting', 'blocked', 'cancelling', 'compensating', 'completed', 'failed', 'cancelled')`,
)
@Index('workflow_executions_user_id_idx', ['userId', 'createdAt', 'id'])
@Index('workflow_executions_workflow_id_idx', ['workflowId', 'createdAt', 'id'])
@Index('workflow_executions_version_id_idx', ['versionId'])
@Index('workflow_executions_status_idx', ['userId', 'status', 'createdAt'])
@Index('workflow_executions_rerun_of_idx', ['rerunOf'])
@Index('workflow_executions_open_idx', { synchronize: false })
@Index('workflow_executions_diverged_idx', { synchronize: false })
@Unique('workflow_executions_parent_key', ['parentExecutionId', 'parentPath', 'parentAttempt'])
export class WorkflowExecution {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'workflow_executions_pkey' })
  id!: string;

  @Column({ name: 'workflow_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Workflow, { name: 'workflow_executions_workflow_id_fkey', onDelete: 'SET NULL' })
  workflowId!: string | null;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey(() => User, { name: 'workflow_executions_user_id_fkey', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ name: 'version_id', type: 'uuid', nullable: true })
  @ForeignKey(() => WorkflowVersion, { name: 'workflow_executions_version_id_fkey', onDelete: 'SET NULL' })
  versionId!: string | null;

  /** The version's number, kept when the version is gone. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'definition_hash', type: 'text' })
  definitionHash!: string;

  @Column({ name: 'execution_name', type: 'text' })
  executionName!: string;

  @Column({ name: 'execution_graph', type: 'jsonb' })
  executionGraph!: object;

  @Column({ name: 'input_data', type: 'jsonb' })
  inputData!: object;

  /** The documents chosen for it, when any were: a reference of kind `documents`. */
  @Column({ type: 'jsonb', nullable: true })
  documents!: Reference | null;

  @Column({ name: 'output_data', type: 'jsonb', nullable: true })
  outputData!: unknown;

  @Column({ type: 'text', default: 'pending' })
  status!: ExecutionStatus;

  /** Step instances whose rows say that they have ended. */
  @Column({ name: 'steps_ended', type: 'integer', default: 0 })
  stepsEnded!: number;

  /** The most that a status record told to be done: it may come before the rows that it counts. */
  @Column({ name: 'steps_told', type: 'integer', default: 0 })
  stepsTold!: number;

  /** The higher of both. */
  @Column({ name: 'steps_done', type: 'integer', default: 0 })
  stepsDone!: number;

  /** Steps known so far; grows as loops unfold. */
  @Column({ name: 'steps_known', type: 'integer', default: 0 })
  stepsKnown!: number;

  /** 0 to 100: done of known, and 100 once completed. */
  @Column({ name: 'progress_percentage', type: 'double precision', default: 0 })
  progressPercentage!: number;

  @Column({ type: 'jsonb', nullable: true })
  error!: StepError | null;

  @Column({ name: 'error_message', type: 'text', nullable: true })
  errorMessage!: string | null;

  /** Sum of the fact `cost` of its completed steps, in US dollars. */
  @Column({ type: 'double precision', default: 0 })
  cost!: number;

  /** Sum of the fact `token_count` of its completed steps. */
  @Column({ name: 'token_count', type: 'bigint', default: 0, transformer: bigintAsNumber })
  tokenCount!: number;

  /** Delivery number of its latest event: what a subscriber resumes after. */
  @Column({ type: 'integer', default: 0 })
  sequence!: number;

  /** The interpreter's number of the latest status written; an older one changes nothing. */
  @Column({ name: 'status_record', type: 'integer', default: -1 })
  statusRecord!: number;

  /** What was written to its tables differs from its history, from which they are to be made anew. */
  @Column({ type: 'boolean', default: false })
  diverged!: boolean;

  /** Attempts and rounds recorded so far: how long the list of its steps is, without counting it. */
  @Column({ name: 'step_rows', type: 'integer', default: 0 })
  stepRows!: number;

  @Column({ name: 'idempotency_key', type: 'text', nullable: true })
  idempotencyKey!: string | null;

  /** SHA-256 of what was asked for with the key, to tell a repeated call from another one; null without a key. */
  @Column({ name: 'request_hash', type: 'text', nullable: true })
  requestHash!: string | null;

  /** What started it: `manual`, `rerun`, `bulk`, `schedule`, `webhook`, `sub_workflow`. */
  @Column({ type: 'text', default: 'manual' })
  trigger!: string;

  @Column({ name: 'rerun_of', type: 'uuid', nullable: true })
  @ForeignKey(() => WorkflowExecution, { name: 'workflow_executions_rerun_of_fkey', onDelete: 'SET NULL' })
  rerunOf!: string | null;

  /** Where what a rerun may take over is kept; null for every other execution. */
  @Column({ type: 'jsonb', nullable: true })
  reuse!: Reference | null;

  /** How a table of inputs is run, when this execution is over one. */
  @Column({ type: 'jsonb', nullable: true })
  bulk!: BulkSettings | null;

  /** The execution whose `sub_workflow` step it runs for; null for one that stands by itself. */
  @Column({ name: 'parent_execution_id', type: 'uuid', nullable: true })
  @ForeignKey(() => WorkflowExecution, {
    name: 'workflow_executions_parent_execution_id_fkey',
    onDelete: 'CASCADE',
  })
  parentExecutionId!: string | null;

  /** That step's instance path. */
  @Column({ name: 'parent_path', type: 'text', nullable: true })
  parentPath!: string | null;

  @Column({ name: 'parent_attempt', type: 'integer', nullable: true })
  parentAttempt!: number | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  @Column({ name: 'duration_ms', type: 'bigint', nullable: true, transformer: bigintAsNumber })
  durationMs!: number | null;

  /** When something was last recorded: what the reconciler goes by. */
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
