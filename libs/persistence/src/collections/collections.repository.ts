import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { keysetPage } from '../keyset-page.js';
import type { Page, Window } from '../keyset-page.js';
import { Collection } from './collection.entity.js';

@Injectable()
export class CollectionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(ownerId: string, id: string): Promise<Collection | null> {
    return this.collections.findOneBy({ id, userId: ownerId });
  }

  findMany(ownerId: string, ids: readonly string[]): Promise<readonly Collection[]> {
    return this.collections.findBy({ id: In([...ids]), userId: ownerId });
  }

  /** Newest first. */
  list(ownerId: string, window: Window): Promise<Page<Collection>> {
    const query = this.collections
      .createQueryBuilder('collection')
      .where('collection.user_id = :ownerId', { ownerId });
    return keysetPage(query, 'createdAt', window);
  }

  async insert(
    ownerId: string,
    collection: { readonly name: string; readonly description: string },
  ): Promise<Collection> {
    const { identifiers } = await this.collections.insert({ ...collection, userId: ownerId });
    return this.collections.findOneByOrFail({ id: String(identifiers[0]?.id) });
  }

  /** How many documents each collection holds, by id; those with none are left out. */
  async documentCounts(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.query<{ id: string; count: number }[]>(
      `SELECT collection_id AS id, count(*)::int AS count FROM documents WHERE collection_id = ANY($1::uuid[]) GROUP BY 1`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  private get collections() {
    return this.dataSource.getRepository(Collection);
  }
}
