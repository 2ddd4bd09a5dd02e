import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Blob } from './blob.entity.js';

/** A slice of a blob: content goes in and comes out in parts, never held whole in one statement. */
@Entity('blob_parts')
export class BlobPart {
  @PrimaryColumn({ name: 'blob_id', type: 'uuid', primaryKeyConstraintName: 'blob_parts_pkey' })
  @ForeignKey(() => Blob, { name: 'blob_parts_blob_id_fkey', onDelete: 'CASCADE' })
  blobId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'blob_parts_pkey' })
  ordinal!: number;

  @Column({ type: 'bytea' })
  data!: Buffer;
}
