import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Json } from '#definition';
import { WorkflowExecution } from './workflow-execution.entity.js';

/** A value a variable had from one record on; the current one is that of the highest sequence. */
@Entity('workflow_variables')
@Unique('workflow_variables_execution_id_scope_path_name_sequence_key', [
  'executionId',
  'scopePath',
  'name',
  'sequence',
])
export class WorkflowVariable {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'workflow_variables_pkey',
  })
  id!: string;

  @Column({ name: 'execution_id', type: 'uuid' })
  @ForeignKey(() => WorkflowExecution, { name: 'workflow_variables_execution_id_fkey', onDelete: 'CASCADE' })
  executionId!: string;

  /** The scope instance it belongs to; empty for the root. */
  @Column({ name: 'scope_path', type: 'text' })
  scopePath!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  value!: Json;

  @Column({ type: 'integer' })
  sequence!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
