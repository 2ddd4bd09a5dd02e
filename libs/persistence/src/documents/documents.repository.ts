import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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

  /** With its extractions' chunks; the content goes when no other document has it. */
  async delete(ownerId: string, id: string): Promise<boolean> {
    const { affected } = await this.documents.delete({ id, userId: ownerId });
    return affected === 1;
  }

  private get documents() {
    return this.dataSource.getRepository(Document);
  }
}
