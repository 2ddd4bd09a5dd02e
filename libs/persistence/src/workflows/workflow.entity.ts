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
import { Collection } from '../collections/collection.entity.js';
import { User } from '../users/user.entity.js';

export type WorkflowStatus = 'draft' | 'published' | 'archived';

/** What a user designs: the draft being edited, and which immutable version is published. */
@Entity('workflows')
@Unique('workflows_name_user_id_key', ['name', 'userId'])
@Check('workflows_status_check', `status IN ('draft', 'published', 'archived')`)
@Check('workflows_definition_check', `is_workflow_definition(definition)`)
@Index('workflows_user_id_idx', ['userId', 'updatedAt', 'id'])
@Index('workflows_collection_id_idx', ['collectionId'])
@Index('workflows_tags_idx', { synchronize: false })
export class Workflow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'workflows_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey(() => User, { name: 'workflows_user_id_fkey', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ name: 'collection_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Collection, { name: 'workflows_collection_id_fkey', onDelete: 'SET NULL' })
  collectionId!: string | null;

  @Column({ type: 'text', default: 'draft' })
  status!: WorkflowStatus;

  /** The draft's number; raised by every change, so that an editor notices another's. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** The draft. It may have problems; its shape and bounds are checked by the database. */
  @Column({ type: 'jsonb' })
  definition!: object;

  @Column({ name: 'is_template', type: 'boolean', default: false })
  isTemplate!: boolean;

  @Column({ name: 'template_category', type: 'text', nullable: true })
  templateCategory!: string | null;

  @Column({ type: 'text', array: true, default: '{}' })
  tags!: string[];

  /** Points at a row of `workflow_versions`; the constraint is in the other direction only. */
  @Column({ name: 'published_version_id', type: 'uuid', nullable: true })
  publishedVersionId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;
}
