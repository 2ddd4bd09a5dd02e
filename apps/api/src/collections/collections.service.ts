import { Injectable } from '@nestjs/common';
import { CollectionsRepository } from '#persistence';
import type { Collection, Page, Window } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';
import type { CreateCollectionInput } from './collection.model.js';

@Injectable()
export class CollectionsService {
  constructor(private readonly collections: CollectionsRepository) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async get(viewer: Viewer, id: string): Promise<Collection> {
    const collection = isUuid(id) ? await this.collections.find(viewer.id, id) : null;
    if (!collection) throw notFound('collection');
    return collection;
  }

  list(viewer: Viewer, window: Window): Promise<Page<Collection>> {
    return this.collections.list(viewer.id, window);
  }

  create(viewer: Viewer, { name, description }: CreateCollectionInput): Promise<Collection> {
    return this.collections.insert(viewer.id, { name: name.trim(), description: description ?? '' });
  }
}
