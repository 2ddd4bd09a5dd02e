import { readFile } from 'node:fs/promises';
import { usageError } from './exit-code.js';

/** The bytes of a file named on the command line; `-` is standard input. */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    if (path === '-') return await readStandardInput();
    return await readFile(path);
  } catch (error) {
    throw usageError(`cannot read "${path}": ${fileProblem(error)}.`);
  }
}

export async function readInputText(path: string): Promise<string> {
  return new TextDecoder().decode(await readInputFile(path));
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'not allowed';
  return error instanceof Error ? error.message : String(error);
}
