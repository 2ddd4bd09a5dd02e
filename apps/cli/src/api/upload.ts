import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandError, EXIT, usageError } from '../exit-code.js';
import { callProduct } from './http.js';
import type { Product } from './product.js';

export interface UploadedDocument {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** All files named, and those below the folders named, in a stable order; hidden ones are left out. */
export async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (info === null) throw usageError(`there is no file or folder "${path}".`);
    if (info.isDirectory()) files.push(...(await listFolder(path)));
    else files.push(path);
  }
  return files;
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(folder.length)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort();
}

/** A file that was not stored has no id. */
type UploadAnswer = Omit<UploadedDocument, 'id'> & { readonly id: string | null };

function isTaken(answer: UploadAnswer): answer is UploadedDocument {
  return answer.id !== null;
}

export type Upload =
  | { readonly kind: 'taken'; readonly document: UploadedDocument }
  /** The file was not stored: too large, say. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Uploads one file; files are streamed from disk one after the other, so that none is held in memory whole. */
export async function uploadFile(
  product: Product,
  path: string,
  collectionId: string | null,
): Promise<Upload> {
  const form = new FormData();
  if (collectionId !== null) form.set('collectionId', collectionId);
  form.set('files', await openAsBlob(path), basename(path));
  const response = await callProduct(`${product.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.token}` },
    body: form,
    signal: product.signal,
  });
  const answer = (await response.json().catch(() => ({}))) as {
    readonly documents?: readonly UploadAnswer[];
    readonly detail?: string;
    readonly title?: string;
  };
  const [document] = answer.documents ?? [];
  if (document !== undefined && isTaken(document)) return { kind: 'taken', document };
  const reason = document?.error?.message ?? answer.detail ?? answer.title ?? `status ${response.status}`;
  if (response.status === 401 || response.status === 403) throw new CommandError(EXIT.notAllowed, reason);
  return { kind: 'refused', reason };
}
