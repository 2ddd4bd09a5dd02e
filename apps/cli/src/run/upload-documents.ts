import { listFiles, uploadFile } from '../api/upload.js';
import type { Product } from '../api/product.js';
import type { Terminal } from '../command.js';
import { usageError } from '../exit-code.js';

/** Uploads what `--documents` names, a line each, and gives the ids of those that were taken, in order. */
export async function uploadDocuments(
  product: Product,
  terminal: Terminal,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const files = await listFiles(paths);
  if (files.length === 0) throw usageError('there are no files in what --documents names.');
  const ids: string[] = [];
  for (const [index, file] of files.entries()) {
    const place = `${index + 1} of ${files.length}`;
    const upload = await uploadFile(product, file, null);
    if (upload.kind === 'refused') {
      terminal.err(`not taken ${place}: ${file}: ${upload.reason}\n`);
      continue;
    }
    const { document } = upload;
    const failure = document.error === null ? '' : ` (${document.error.message})`;
    terminal.err(`uploaded ${place}: ${document.name}${failure}\n`);
    ids.push(document.id);
  }
  if (ids.length === 0) throw usageError('none of the files was taken, so there is nothing to run over.');
  return ids;
}
