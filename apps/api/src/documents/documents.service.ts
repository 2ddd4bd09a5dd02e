import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DocumentIntake, DocumentsRepository } from '#persistence';
import type { Document, Page, Window } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { CollectionsService } from '../collections/collections.service.js';
import { notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly intake: DocumentIntake,
    private readonly collections: CollectionsService,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async get(viewer: Viewer, id: string): Promise<Document> {
    const document = isUuid(id) ? await this.documents.find(viewer.id, id) : null;
    if (!document) throw notFound('document');
    return document;
  }

  /** @throws ApiError NOT_FOUND for a collection that is not the viewer's. */
  async list(viewer: Viewer, collectionId: string | null, window: Window): Promise<Page<Document>> {
    if (collectionId !== null) await this.collections.get(viewer, collectionId);
    return this.documents.list(viewer.id, collectionId, window);
  }

  /** Its bytes, read from the database a few parts at a time as they are sent. */
  content(document: Document): Readable {
    return Readable.from(this.documents.content(document.sha256), { objectMode: false });
  }

  async delete(viewer: Viewer, id: string): Promise<string> {
    if (!isUuid(id) || !(await this.intake.remove(viewer.id, id))) throw notFound('document');
    return id;
  }

  /** Those of the ids that name no document of the viewer. */
  async strange(viewer: Viewer, ids: readonly string[]): Promise<readonly string[]> {
    const owned = await this.documents.owned(viewer.id, ids.filter(isUuid));
    return ids.filter((id) => !owned.has(id.toLowerCase()));
  }
}
