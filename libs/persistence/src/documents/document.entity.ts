import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import { Collection } from '../collections/collection.entity.js';
import { User } from '../users/user.entity.js';
import { Blob } from './blob.entity.js';

export type DocumentStatus = 'uploaded' | 'ready' | 'failed';

/** A file somebody gave us. Its bytes are the blob of the same hash, shared by all documents with that content. */
@Entity('documents')
@Check('documents_status_check', `status IN ('uploaded', 'ready', 'failed')`)
@Index('documents_user_id_idx', ['userId', 'createdAt', 'id'])
@Index('documents_collection_id_idx', ['collectionId', 'id'])
@Index('documents_sha256_idx', ['sha256'])
export class Document {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'documents_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey(() => User, { name: 'documents_user_id_fkey', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ name: 'collection_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Collection, { name: 'documents_collection_id_fkey', onDelete: 'CASCADE' })
  collectionId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** Where it came from: `upload`, `sample`. */
  @Column({ type: 'text', default: 'upload' })
  source!: string;

  /** By content, known once it has been read. */
  @Column({ name: 'media_type', type: 'text', nullable: true })
  mediaType!: string | null;

  @Column({ type: 'text' })
  @ForeignKey(() => Blob, 'sha256', { name: 'documents_sha256_fkey' })
  sha256!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ name: 'page_count', type: 'integer', nullable: true })
  pageCount!: number | null;

  @Column({ type: 'text', default: 'uploaded' })
  status!: DocumentStatus;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: string | null;

  @Column({ name: 'error_message', type: 'text', nullable: true })
  errorMessage!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
