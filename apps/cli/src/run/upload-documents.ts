import { listFiles, uploadFile } from '../api/upload.js';
import type { Product } from '../api/product.js';
import type { Terminal } from '../command.js';
import { usageError } from '../exit-code.js';

/** Uploads what `--documents` names, a line each, and gives the ids in order. */
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
    const document = await uploadFile(product, file, null);
    const failure = document.error === null ? '' : ` (${document.error.message})`;
    terminal.err(`uploaded ${index + 1} of ${files.length}: ${document.name}${failure}\n`);
    ids.push(document.id);
  }
  return ids;
}
