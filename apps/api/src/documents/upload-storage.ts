import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import type { Document, DocumentIntake } from '#persistence';
import type { ViewerRequest } from '../auth/viewer.js';
import type { CollectionsService } from '../collections/collections.service.js';
import { ApiError, notFound } from '../errors/api-error.js';
import { documentName } from './document-name.js';

/** What came of one file: the document, or why it was not taken. The request goes on in both cases. */
export interface UploadedFile extends Express.Multer.File {
  readonly document?: Document;
  readonly refusal?: { readonly name: string; readonly code: string; readonly message: string };
}

interface Limits {
  readonly fileBytes: number;
  readonly requestBytes: number;
}

/** Streams every file of a request into the database as it arrives; takes back what it stored when the request fails. */
export class UploadStorage implements StorageEngine {
  private readonly received = new WeakMap<Request, number>();

  constructor(
    private readonly intake: DocumentIntake,
    private readonly collections: CollectionsService,
    private readonly limits: Limits,
  ) {}

  _handleFile(
    request: Request,
    file: Express.Multer.File,
    callback: (error?: unknown, info?: Partial<UploadedFile>) => void,
  ): void {
    this.store(request, file).then(
      (info) => callback(undefined, info),
      (error: unknown) => {
        file.stream.resume();
        callback(error);
      },
    );
  }

  _removeFile(request: ViewerRequest, file: UploadedFile, callback: (error: Error | null) => void): void {
    const { viewer } = request;
    if (!viewer || !file.document) {
      callback(null);
      return;
    }
    this.intake.remove(viewer.id, file.document.id).then(
      () => callback(null),
      (error: unknown) => callback(error as Error),
    );
  }

  private async store(request: ViewerRequest, file: Express.Multer.File): Promise<Partial<UploadedFile>> {
    const { viewer } = request;
    if (!viewer) throw new ApiError('UNAUTHENTICATED', 'Sign in, or send a valid access token.');
    const name = documentName(file.originalname);
    const collectionId = collectionOf(request);
    if (collectionId !== null) await this.collections.get(viewer, collectionId);
    try {
      const content = this.metered(request, file.stream);
      const document = await this.intake.add(
        viewer.id,
        { name, collectionId },
        content,
        this.limits.fileBytes,
      );
      if (!document) throw notFound('collection');
      return { document };
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      const message = `The file is larger than ${this.limits.fileBytes} bytes.`;
      // The files behind it come only after the rest of this one.
      await readToEnd(this.metered(request, file.stream));
      return { refusal: { name, code: 'DOCUMENT_TOO_LARGE', message } };
    }
  }

  /** A request that says its length was refused before; one that does not is cut off here. */
  private async *metered(request: Request, content: Readable): AsyncGenerator<Uint8Array> {
    const parts: AsyncIterable<Uint8Array> = content.iterator({ destroyOnReturn: false });
    for await (const part of parts) {
      const bytes = (this.received.get(request) ?? 0) + part.length;
      this.received.set(request, bytes);
      if (bytes > this.limits.requestBytes) {
        request.destroy();
        throw new ApiError('DOCUMENT_TOO_LARGE', `An upload may have ${this.limits.requestBytes} bytes.`);
      }
      yield part;
    }
  }
}

/** The field has to come before the files it is about; null when it does not come at all. */
export function collectionOf(request: Request): string | null {
  const { collectionId } = (request.body ?? {}) as { readonly collectionId?: unknown };
  return typeof collectionId === 'string' && collectionId !== '' ? collectionId : null;
}

async function readToEnd(content: AsyncGenerator<Uint8Array>): Promise<void> {
  while (!(await content.next()).done);
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'DOCUMENT_TOO_LARGE' &&
    !(error instanceof ApiError)
  );
}
