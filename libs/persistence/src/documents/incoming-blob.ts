import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

type Session = Pick<EntityManager, 'query'>;

/**
 * Content on its way into the database. All but its last part are written as they come, each on its
 * own; the last one goes with the transaction that completes it, which for most documents is all.
 */
export class IncomingBlob {
  private readonly hash = createHash('sha256');
  private id: string | null = null;
  private held: Buffer | null = null;
  private ordinal = 0;
  bytes = 0;

  constructor(private readonly dataSource: DataSource) {}

  async take(part: Buffer): Promise<void> {
    if (this.held !== null) await this.write(this.dataSource, this.held);
    this.held = part;
    this.hash.update(part);
    this.bytes += part.length;
  }

  /**
   * Gives the content its hash and keeps it, or leaves it for `discard` when the same is there.
   * Either way nobody can remove the content of this hash before the transaction ends.
   */
  async complete(transaction: Session): Promise<{ readonly sha256: string; readonly kept: boolean }> {
    const sha256 = this.hash.digest('hex');
    // Of two uploads of the same content, one waits here for the other.
    await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [sha256]);
    const there = await transaction.query<unknown[]>(`SELECT FROM blobs WHERE sha256 = $1 FOR KEY SHARE`, [
      sha256,
    ]);
    if (there.length > 0) return { sha256, kept: false };
    if (this.held !== null) await this.write(transaction, this.held);
    const id = this.id ?? (await insertBlob(transaction));
    await transaction.query(`UPDATE blobs SET sha256 = $2, bytes = $3 WHERE id = $1`, [
      id,
      sha256,
      this.bytes,
    ]);
    return { sha256, kept: true };
  }

  /** Removes what was written outside of the transaction that was to complete it. */
  async discard(): Promise<void> {
    if (this.id !== null) await this.dataSource.query(`DELETE FROM blobs WHERE id = $1`, [this.id]);
  }

  private async write(session: Session, part: Buffer): Promise<void> {
    this.id ??= await insertBlob(session);
    await session.query(`INSERT INTO blob_parts (blob_id, ordinal, data) VALUES ($1, $2, $3)`, [
      this.id,
      this.ordinal++,
      part,
    ]);
  }
}

async function insertBlob(session: Session): Promise<string> {
  const [row] = await session.query<{ id: string }[]>(`INSERT INTO blobs DEFAULT VALUES RETURNING id`);
  if (row === undefined) throw new Error('The database gave no id');
  return row.id;
}
