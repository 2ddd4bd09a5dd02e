import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { JsonObject } from '#definition';
import { WorkflowExecution } from './workflow-execution.entity.js';

/** A decision with the operand values it saw. */
@Entity('workflow_conditions')
@Unique('workflow_conditions_execution_id_sequence_key', ['executionId', 'sequence'])
@Check('workflow_conditions_result_check', `result IN ('true', 'false', 'unknown')`)
export class WorkflowCondition {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'workflow_conditions_pkey',
  })
  id!: string;

  @Column({ name: 'execution_id', type: 'uuid' })
  @ForeignKey(() => WorkflowExecution, { name: 'workflow_conditions_execution_id_fkey', onDelete: 'CASCADE' })
  executionId!: string;

  @Column({ type: 'text' })
  path!: string;

  /** Null for a case of a condition step or a step's own condition. */
  @Column({ name: 'connection_id', type: 'text', nullable: true })
  connectionId!: string | null;

  @Column({ type: 'text' })
  expression!: string;

  @Column({ type: 'jsonb' })
  operands!: JsonObject;

  @Column({ type: 'text' })
  result!: 'true' | 'false' | 'unknown';

  @Column({ type: 'integer' })
  sequence!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
