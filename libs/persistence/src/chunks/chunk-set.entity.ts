import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { bigintAsNumber } from '../numeric.js';
import { Document } from '../documents/document.entity.js';

/** A document cut by one chunker setting. Written once and never changed, so that what is computed over it may be kept. */
@Entity('chunk_sets')
@Unique('chunk_sets_document_id_chunker_key', ['documentId', 'chunker'])
@Index('chunk_sets_document_id_idx', ['documentId', 'id'])
export class ChunkSetRow {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'chunk_sets_pkey',
  })
  id!: string;

  @Column({ name: 'document_id', type: 'uuid' })
  @ForeignKey(() => Document, { name: 'chunk_sets_document_id_fkey', onDelete: 'CASCADE' })
  documentId!: string;

  @Column({ type: 'text' })
  chunker!: string;

  @Column({ name: 'chunk_count', type: 'integer' })
  chunkCount!: number;

  @Column({ name: 'token_count', type: 'bigint', transformer: bigintAsNumber })
  tokenCount!: number;

  /** Indexed words of all its chunks: with the number of chunks, the average length of BM25. */
  @Column({ name: 'term_count', type: 'bigint', transformer: bigintAsNumber })
  termCount!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
