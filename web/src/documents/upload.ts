import { currentAccessToken } from '../session/session-api.js';

export interface UploadedDocument {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Largest file the API takes, in bytes. */
export const MAXIMUM_FILE_BYTES = 50 * 1_024 * 1_024;

/** The API refused a file, or could not be reached. */
export class UploadError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Sends one file. Not `fetch`, which does not tell how much of a request has gone out.
 * @param onProgress the share sent so far, 0 to 1
 */
export async function uploadFile(
  file: File,
  collectionId: string | null,
  onProgress: (share: number) => void,
): Promise<UploadedDocument> {
  const token = await currentAccessToken();
  const form = new FormData();
  if (collectionId !== null) form.append('collectionId', collectionId);
  form.append('files', file, file.name);
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new UploadError('UNAVAILABLE', 'The API cannot be reached.'));
    request.send(form);
  });
  return readAnswer(answer.status, answer.text);
}

/** Reads the API's answer: the document, or the reason as problem+json. */
export function readAnswer(status: number, text: string): UploadedDocument {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    const document = (body as { readonly documents?: readonly UploadedDocument[] } | null)?.documents?.[0];
    if (document) return document;
    throw new UploadError('UNAVAILABLE', 'The API gave an answer that cannot be read.');
  }
  const problem = (body ?? {}) as {
    readonly code?: string;
    readonly detail?: string;
    readonly title?: string;
  };
  throw new UploadError(
    problem.code ?? (status >= 500 ? 'UNAVAILABLE' : 'BAD_INPUT'),
    problem.detail ?? problem.title ?? `The upload was refused (status ${status}).`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
