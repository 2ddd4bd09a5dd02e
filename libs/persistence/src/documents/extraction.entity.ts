import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Blob } from './blob.entity.js';

/** A block as stored: its text only where it is not the slice of the whole text. */
export interface StoredBlock {
  readonly kind: string;
  readonly text?: string;
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  readonly headingPath: readonly string[];
}

/** What one version of the readers made of one content; never read twice. */
@Entity('extractions')
export class ExtractionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'extractions_pkey' })
  @ForeignKey(() => Blob, 'sha256', { name: 'extractions_sha256_fkey', onDelete: 'CASCADE' })
  sha256!: string;

  @PrimaryColumn({ name: 'reader_version', type: 'text', primaryKeyConstraintName: 'extractions_pkey' })
  readerVersion!: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ name: 'page_count', type: 'integer', nullable: true })
  pageCount!: number | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'jsonb' })
  blocks!: readonly StoredBlock[];

  @Column({ type: 'jsonb' })
  warnings!: readonly string[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
