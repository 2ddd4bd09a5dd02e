import { UploadError } from '../../documents/upload.js';
import { currentAccessToken } from '../../session/session-api.js';
import { saveBlob } from '../../ui/download.js';

export type ResultsFormat = 'csv' | 'jsonl';

/** Fetches what came of every row and saves it; a plain link could not carry the session. */
export async function downloadResults(
  executionId: string,
  name: string,
  format: ResultsFormat,
): Promise<void> {
  const token = await currentAccessToken();
  const address = `/api/v1/executions/${encodeURIComponent(executionId)}/results?format=${format}`;
  const response = await fetch(address, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  if (!response.ok)
    throw new UploadError('NOT_FOUND', `The results cannot be had (status ${response.status}).`);
  saveBlob(`${name}.${format}`, await response.blob());
}
