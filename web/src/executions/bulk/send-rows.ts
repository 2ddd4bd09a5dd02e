import type { Json } from '#definition';
import { UploadError, uploadFile } from '../../documents/upload.js';
import type { StartBulkExecutionInput } from '../../graphql/generated/graphql.js';
import { asLines } from './check-table.js';

/** A request of the API takes 1 MiB; with some left for the rest of it. Bytes of JSON. */
const SENT_WITHIN_BYTES = 900 * 1_024;

type SentRows = Pick<StartBulkExecutionInput, 'rowsText' | 'rowsDocumentId' | 'rowsFormat'>;

/** The rows as the API takes them: in the request while they are few, else uploaded before. */
export async function sendRows(inputs: readonly Json[], name: string): Promise<SentRows> {
  const text = asLines(inputs);
  const rowsFormat = 'JSON_LINES';
  if (new TextEncoder().encode(JSON.stringify(text)).length <= SENT_WITHIN_BYTES)
    return { rowsText: text, rowsFormat };
  const file = new File([text], `${name}.jsonl`, { type: 'application/jsonl' });
  const { id, error } = await uploadFile(file, null, () => undefined);
  if (error) throw new UploadError(error.code, error.message);
  return { rowsDocumentId: id, rowsFormat };
}
