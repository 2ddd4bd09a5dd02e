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
import { User } from '../users/user.entity.js';
import { Workflow } from '../workflows/workflow.entity.js';

/** A published definition. The database refuses to change a row: only deleting the workflow removes it. */
@Entity('workflow_versions')
@Unique('workflow_versions_workflow_id_number_key', ['workflowId', 'number'])
@Check('workflow_versions_definition_check', `is_workflow_definition(definition)`)
@Index('workflow_versions_definition_hash_idx', ['definitionHash'])
export class WorkflowVersion {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'workflow_versions_pkey' })
  id!: string;

  @Column({ name: 'workflow_id', type: 'uuid' })
  @ForeignKey(() => Workflow, { name: 'workflow_versions_workflow_id_fkey', onDelete: 'CASCADE' })
  workflowId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  definition!: object;

  /** SHA-256 of the canonical definition, in hexadecimal. */
  @Column({ name: 'definition_hash', type: 'text' })
  definitionHash!: string;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  @ForeignKey(() => User, { name: 'workflow_versions_created_by_fkey', onDelete: 'SET NULL' })
  createdBy!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
