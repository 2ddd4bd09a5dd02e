import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import { DocumentIntake, DocumentsRepository } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { CollectionsService } from '../collections/collections.service.js';
import type { Settings } from '../config.js';
import { ApiError } from '../errors/api-error.js';
import { SETTINGS } from '../settings.js';
import { UploadStorage, collectionOf } from './upload-storage.js';
import type { UploadedFile } from './upload-storage.js';

/** Room for the parts' own headers beside the files. */
const OVERHEAD_BYTES = 1_048_576;
/** How long a client that sends too much may go on before its connection is cut. */
const LINGER_MS = 5_000;

export interface UploadAnswer {
  readonly documents: readonly {
    readonly id: string | null;
    readonly name: string;
    readonly status: 'UPLOADED' | 'READY' | 'FAILED';
    readonly error: { readonly code: string; readonly message: string } | null;
  }[];
}

/** Takes in the files of one multipart request. */
@Injectable()
export class Uploads {
  private readonly parse: (request: Request, response: Response) => Promise<void>;
  private readonly requestBytes: number;

  constructor(
    intake: DocumentIntake,
    private readonly collections: CollectionsService,
    private readonly documents: DocumentsRepository,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.requestBytes = settings.SLUICE_UPLOAD_REQUEST_BYTES;
    const limits = { fileBytes: settings.SLUICE_UPLOAD_FILE_BYTES, requestBytes: this.requestBytes };
    const handler = multer({
      storage: new UploadStorage(intake, collections, limits),
      defParamCharset: 'utf8',
      limits: {
        fieldSize: 1_000,
        fields: 5,
        fieldNameSize: 100,
        files: settings.SLUICE_UPLOAD_FILES,
        headerPairs: 20,
      },
    }).array('files');
    this.parse = (request, response) =>
      new Promise((resolve, reject) => {
        void handler(request, response, (error: unknown) => (error ? reject(refusalOf(error)) : resolve()));
      });
  }

  /** @throws ApiError when nothing at all could be taken; a single bad file is told beside the others. */
  async receive(viewer: Viewer, request: Request, response: Response): Promise<UploadAnswer> {
    this.checkRequest(request, response);
    await this.parse(request, response);
    const files = (request.files ?? []) as UploadedFile[];
    if (files.length === 0)
      throw new ApiError('BAD_INPUT', 'The request holds no file in a field named "files".');
    await this.intoCollection(viewer, request, files);
    const [first] = files;
    if (first?.refusal && files.every(({ refusal }) => refusal)) {
      throw new ApiError('DOCUMENT_TOO_LARGE', first.refusal.message);
    }
    return { documents: files.map(toAnswer) };
  }

  private checkRequest(request: Request, response: Response): void {
    if (!request.is('multipart/form-data')) {
      throw new ApiError('BAD_INPUT', 'Files are sent as multipart/form-data.', { status: 415 });
    }
    if (Number(request.headers['content-length'] ?? 0) <= this.requestBytes + OVERHEAD_BYTES) return;
    response.setHeader('Connection', 'close');
    response.once('finish', () => setTimeout(() => request.destroy(), LINGER_MS).unref());
    request.resume();
    throw new ApiError('DOCUMENT_TOO_LARGE', `An upload may have ${this.requestBytes} bytes.`);
  }

  /** The collection's field may have come after the files. */
  private async intoCollection(
    viewer: Viewer,
    request: Request,
    files: readonly UploadedFile[],
  ): Promise<void> {
    const collectionId = collectionOf(request);
    const outside = files.flatMap(({ document }) =>
      document && document.collectionId !== collectionId ? [document.id] : [],
    );
    if (collectionId === null || outside.length === 0) return;
    await this.collections.get(viewer, collectionId);
    await this.documents.moveTo(viewer.id, outside, collectionId);
  }
}

function toAnswer({ document, refusal, originalname }: UploadedFile): UploadAnswer['documents'][number] {
  if (document) return { id: document.id, name: document.name, status: 'UPLOADED', error: null };
  const { name, code, message } = refusal ?? {
    name: originalname,
    code: 'BAD_INPUT',
    message: 'The file was not taken.',
  };
  return { id: null, name, status: 'FAILED', error: { code, message } };
}

/** What multer and its parser throw about a request is the client's; what the store throws stays as it is. */
function refusalOf(error: unknown): Error {
  if (error instanceof multer.MulterError) return new ApiError('BAD_INPUT', `${error.message}.`);
  const isOfParser =
    error instanceof Error && /multipart|end of form|boundary|malformed|aborted|closed/i.test(error.message);
  return isOfParser
    ? new ApiError('BAD_INPUT', 'The multipart body is not complete or not well formed.')
    : (error as Error);
}
