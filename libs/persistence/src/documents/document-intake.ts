import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { isForeignKeyViolation } from '../foreign-key-violation.js';
import { storableText } from '../storable.js';
import { isUuid } from '../uuid.js';
import { contentParts } from './content-parts.js';
import { ContentTooLargeError } from './content-too-large.error.js';
import { Document } from './document.entity.js';
import { IncomingBlob } from './incoming-blob.js';

const PART_BYTES = 512 * 1024;

export interface NewDocument {
  readonly name: string;
  readonly collectionId: string | null;
  /** Where it comes from; `upload` when not given. */
  readonly source?: string;
}

/** How documents come in and go: content is streamed in parts, and kept once however many documents have it. */
@Injectable()
export class DocumentIntake {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * Stores content as it arrives, and the document once all of it is there.
   * @returns null when the collection is not the owner's.
   * @throws ContentTooLargeError above `maximumBytes`; whatever the stream throws. Nothing is kept then.
   */
  async add(
    ownerId: string,
    document: NewDocument,
    content: AsyncIterable<Uint8Array>,
    maximumBytes: number,
  ): Promise<Document | null> {
    if (!(await this.mayPutInto(ownerId, document.collectionId))) return null;
    const blob = new IncomingBlob(this.dataSource);
    let kept = false;
    try {
      for await (const part of contentParts(content, PART_BYTES)) {
        if (blob.bytes + part.length > maximumBytes) throw new ContentTooLargeError(maximumBytes);
        await blob.take(part);
      }
      const stored = await this.dataSource.transaction(async (transaction) => {
        const completed = await blob.complete(transaction);
        const row = await insertDocument(transaction, ownerId, document, completed.sha256, blob.bytes);
        return { row, kept: completed.kept };
      });
      kept = stored.kept;
      return stored.row;
    } finally {
      if (!kept) await blob.discard();
    }
  }

  /** With all that was made of it; the content goes with its last document. False when it is not the owner's. */
  async remove(ownerId: string, documentId: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ sha256: string }[], number]>(
      `DELETE FROM documents WHERE id = $1 AND user_id = $2 RETURNING sha256`,
      [documentId, ownerId],
    );
    const [gone] = rows;
    if (gone === undefined) return false;
    await this.dropUnused(`sha256 = $1`, [gone.sha256]);
    return true;
  }

  /** Removes content that never completed or that no document has any more, a day after it came. */
  async sweep(): Promise<void> {
    await this.dropUnused(`created_at < now() - interval '1 day'`, []);
  }

  private async mayPutInto(ownerId: string, collectionId: string | null): Promise<boolean> {
    if (collectionId === null) return true;
    if (!isUuid(collectionId)) return false;
    const found = await this.dataSource.query<unknown[]>(
      `SELECT FROM collections WHERE id = $1 AND user_id = $2`,
      [collectionId, ownerId],
    );
    return found.length > 0;
  }

  /** Content that a document is just being made of is locked by it, and skipped. */
  private async dropUnused(which: string, values: readonly unknown[]): Promise<void> {
    try {
      await this.dataSource.query(
        `DELETE FROM blobs WHERE id IN (
           SELECT id FROM blobs b WHERE ${which}
             AND NOT EXISTS (SELECT FROM documents d WHERE d.sha256 = b.sha256)
           FOR UPDATE SKIP LOCKED)`,
        [...values],
      );
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error;
      // A document took the content between the question and the deletion: it is in use again.
    }
  }
}

async function insertDocument(
  transaction: EntityManager,
  ownerId: string,
  { name, collectionId, source = 'upload' }: NewDocument,
  sha256: string,
  bytes: number,
): Promise<Document | null> {
  const [row] = await transaction.query<{ id: string }[]>(
    `INSERT INTO documents (user_id, collection_id, name, source, sha256, bytes)
     SELECT $1, $2::uuid, $3, $4, $5, $6
     WHERE $2::uuid IS NULL OR EXISTS (SELECT FROM collections WHERE id = $2::uuid AND user_id = $1)
     RETURNING id`,
    [ownerId, collectionId, storableText(name), source, sha256, bytes],
  );
  return row === undefined ? null : transaction.getRepository(Document).findOneByOrFail({ id: row.id });
}
