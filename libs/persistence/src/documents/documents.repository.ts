import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { keysetPage } from '../keyset-page.js';
import type { Page, Window } from '../keyset-page.js';
import { Document } from './document.entity.js';

/** Documents as their owner sees them; what steps need is the document store. */
@Injectable()
export class DocumentsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(ownerId: string, id: string): Promise<Document | null> {
    return this.documents.findOneBy({ id, userId: ownerId });
  }

  /** Newest first; of one collection when it is given. */
  list(ownerId: string, collectionId: string | null, window: Window): Promise<Page<Document>> {
    const query = this.documents
      .createQueryBuilder('document')
      .where('document.user_id = :ownerId', { ownerId });
    if (collectionId !== null) query.andWhere('document.collection_id = :collectionId', { collectionId });
    return keysetPage(query, 'createdAt', window);
  }

  /** Those of the ids that are the owner's. */
  async owned(ownerId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM documents WHERE user_id = $1 AND id = ANY($2::uuid[])`,
      [ownerId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The bytes of a content, in parts; each is read when the one before has been taken. */
  async *content(sha256: string): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ; ordinal += 1) {
      const [part] = await this.dataSource.query<{ data: Buffer }[]>(
        `SELECT p.data FROM blob_parts p JOIN blobs b ON b.id = p.blob_id WHERE b.sha256 = $1 AND p.ordinal = $2`,
        [sha256, ordinal],
      );
      if (!part) return;
      yield part.data;
    }
  }

  /** Puts documents of the owner into a collection that was found to be the owner's. */
  async moveTo(ownerId: string, ids: readonly string[], collectionId: string): Promise<void> {
    await this.documents.update({ id: In([...ids]), userId: ownerId }, { collectionId });
  }

  private get documents() {
    return this.dataSource.getRepository(Document);
  }
}
