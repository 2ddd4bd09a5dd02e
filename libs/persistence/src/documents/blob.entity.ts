import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * Content of documents, each kept once. The hash is null while its parts are still arriving;
 * what never completes, or lost its last document, is swept after a day.
 */
@Entity('blobs')
@Unique('blobs_sha256_key', ['sha256'])
@Check('blobs_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
export class Blob {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'blobs_pkey' })
  id!: string;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'integer', default: 0 })
  bytes!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
