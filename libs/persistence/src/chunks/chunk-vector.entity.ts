import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ChunkRow } from './chunk.entity.js';
import { ChunkSetRow } from './chunk-set.entity.js';

/** A chunk as one model sees it: float32, little endian. */
@Entity('chunk_vectors')
@Check('chunk_vectors_vector_check', `octet_length(vector) = 4 * dimensions`)
@Index('chunk_vectors_set_id_model_idx', ['setId', 'model', 'chunkId'])
@Index('chunk_vectors_input_hash_idx', ['inputHash', 'model'], { where: 'input_hash IS NOT NULL' })
export class ChunkVectorRow {
  @PrimaryColumn({ name: 'chunk_id', type: 'bigint', primaryKeyConstraintName: 'chunk_vectors_pkey' })
  @ForeignKey(() => ChunkRow, { name: 'chunk_vectors_chunk_id_fkey', onDelete: 'CASCADE' })
  chunkId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'chunk_vectors_pkey' })
  model!: string;

  /** The chunk's set, so that counting and reading the vectors of a set needs no join. */
  @Column({ name: 'set_id', type: 'bigint' })
  @ForeignKey(() => ChunkSetRow, { name: 'chunk_vectors_set_id_fkey', onDelete: 'CASCADE' })
  setId!: string;

  @Column({ type: 'integer' })
  dimensions!: number;

  @Column({ type: 'bytea' })
  vector!: Buffer;

  /** SHA-256 of what the model read, which is more than the chunk's text; null for vectors from before it was kept. */
  @Column({ name: 'input_hash', type: 'bytea', nullable: true })
  inputHash!: Buffer | null;
}
