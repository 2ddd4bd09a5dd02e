import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { LIMITS } from '#definition';
import { usageError } from './exit-code.js';

/** The bytes of a file named on the command line; `-` is standard input. */
export async function readInputFile(path: string): Promise<Uint8Array> {
  return readable(path, () => (path === '-' ? bytesOf(process.stdin, Infinity) : readFile(path)));
}

/**
 * The bytes of a document that has to be parsed. Reading stops right behind the bound of the language, so
 * that a file without end is refused for its length and not waited for.
 */
export async function readInputDocument(path: string): Promise<Uint8Array> {
  const most = LIMITS.textBytes + 1;
  return readable(path, () => bytesOf(path === '-' ? process.stdin : createReadStream(path), most));
}

async function readable(path: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await read();
  } catch (error) {
    throw usageError(`cannot read "${path}": ${fileProblem(error)}.`);
  }
}

async function bytesOf(stream: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part as Uint8Array);
    size += (part as Uint8Array).length;
    if (size >= most) break;
  }
  return Buffer.concat(parts);
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'not allowed';
  return error instanceof Error ? error.message : String(error);
}
