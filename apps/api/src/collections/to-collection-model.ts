import type { Collection } from '#persistence';
import type { CollectionModel } from './collection.model.js';

/** The number of documents is resolved when asked for. */
export function toCollectionModel(collection: Collection): Omit<CollectionModel, 'documentCount'> {
  return {
    id: collection.id,
    name: collection.name,
    description: collection.description,
    createdAt: collection.createdAt,
  };
}
