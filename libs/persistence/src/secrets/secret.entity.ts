import {
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import { User } from '../users/user.entity.js';

/** What proves to another system who is asking: one header, for some hosts. Its value is kept encrypted. */
@Entity('secrets')
@Unique('secrets_user_id_name_key', ['userId', 'name'])
@Index('secrets_user_id_idx', ['userId', 'createdAt', 'id'])
export class Secret {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'secrets_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey(() => User, { name: 'secrets_user_id_fkey', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Name of the header that carries the value, in lower case. */
  @Column({ type: 'text' })
  header!: string;

  /** As in addresses: a name, and its port unless it is the usual one. */
  @Column({ type: 'text', array: true })
  hosts!: string[];

  /** Left out unless it is asked for. */
  @Column({ type: 'bytea', select: false })
  ciphertext!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
