import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ChunkSetRow } from './chunk-set.entity.js';

/** A passage of a document: what is searched and cited. Offsets are UTF-16 units into the document's text. */
@Entity('chunks')
@Unique('chunks_set_id_ordinal_key', ['setId', 'ordinal'])
@Index('chunks_terms_idx', { synchronize: false })
export class ChunkRow {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'chunks_pkey',
  })
  id!: string;

  @Column({ name: 'set_id', type: 'bigint' })
  @ForeignKey(() => ChunkSetRow, { name: 'chunks_set_id_fkey', onDelete: 'CASCADE' })
  setId!: string;

  @Column({ type: 'integer' })
  ordinal!: number;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'integer', nullable: true })
  page!: number | null;

  @Column({ name: 'start_offset', type: 'integer' })
  startOffset!: number;

  @Column({ name: 'end_offset', type: 'integer' })
  endOffset!: number;

  @Column({ name: 'heading_path', type: 'jsonb' })
  headingPath!: readonly string[];

  @Column({ name: 'token_count', type: 'integer' })
  tokenCount!: number;

  /** Title, headings and text as words of the English dictionary, with their positions. */
  @Column({ type: 'tsvector', select: false })
  terms!: string;

  /** Positions in `terms`: the length of BM25. */
  @Column({ name: 'term_count', type: 'integer' })
  termCount!: number;
}
