import type { Document } from '#persistence';
import { DocumentStatus } from './document.model.js';
import type { DocumentModel } from './document.model.js';

const STATUSES = {
  uploaded: DocumentStatus.UPLOADED,
  ready: DocumentStatus.READY,
  failed: DocumentStatus.FAILED,
} as const;

export function toDocumentModel(document: Document): DocumentModel {
  return {
    id: document.id,
    name: document.name,
    mediaType: document.mediaType,
    status: STATUSES[document.status],
    error:
      document.errorCode === null ? null : { code: document.errorCode, message: document.errorMessage ?? '' },
    byteCount: document.bytes,
    pageCount: document.pageCount,
    title: document.title,
    collectionId: document.collectionId,
    createdAt: document.createdAt,
  };
}
