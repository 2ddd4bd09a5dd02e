import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A step output too big for history, kept once by the hash of its JSON text. */
@Entity('artifacts')
export class Artifact {
  /** SHA-256 of the JSON text, in hexadecimal. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'artifacts_pkey' })
  sha256!: string;

  @Column({ type: 'text' })
  kind!: string;

  /** Length of the JSON text in bytes; what is stored is compressed. */
  @Column({ type: 'integer' })
  bytes!: number;

  /** The JSON text, compressed with deflate. */
  @Column({ type: 'bytea' })
  content!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
