import { currentAccessToken } from '../session/session-api.js';
import { saveBlob } from '../ui/download.js';
import { UploadError } from './upload.js';

/** Fetches the file as it was uploaded and saves it; a plain link could not carry the session. */
export async function openOriginal(documentId: string, name: string): Promise<void> {
  const token = await currentAccessToken();
  const response = await fetch(`/api/v1/documents/${encodeURIComponent(documentId)}/content`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new UploadError('NOT_FOUND', `The file cannot be had (status ${response.status}).`);
  saveBlob(name, await response.blob());
}
