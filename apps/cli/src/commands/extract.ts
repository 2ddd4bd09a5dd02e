import { basename } from 'node:path';
import { DocumentError, extractDocument } from '#documents/readers';
import { isSet, JSON_FLAG, type Command } from '../command.js';
import { EXIT } from '../exit-code.js';
import { readInputFile } from '../input-file.js';

/** What a reader makes of a document: the way to see why an answer quotes what it quotes. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'Show what the reader makes of a document: its blocks with page or section and offsets.',
  arguments: ['file'],
  flags: { json: JSON_FLAG },
  async run(invocation) {
    const [file = ''] = invocation.positionals;
    const result = await extract(await readInputFile(file), basename(file), invocation.signal);
    if (isSet(invocation, 'json')) invocation.terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    else invocation.terminal.out(forPeople(file, result));
    return result.status === 'ready' ? EXIT.done : EXIT.no;
  },
};

interface ExtractResult {
  readonly mediaType: string | null;
  readonly status: 'ready' | 'failed';
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly pageCount: number | null;
  readonly title: string | null;
  readonly blocks: readonly {
    readonly kind: string;
    readonly text: string;
    readonly page: number | null;
    readonly start: number;
    readonly end: number;
    readonly headingPath: readonly string[];
  }[];
}

async function extract(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<ExtractResult> {
  try {
    const { mediaType, pageCount, title, blocks } = await extractDocument(bytes, name, {}, signal);
    return { mediaType, status: 'ready', error: null, pageCount, title, blocks };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { code, message } = error;
    return {
      mediaType: null,
      status: 'failed',
      error: { code, message },
      pageCount: null,
      title: null,
      blocks: [],
    };
  }
}

function forPeople(file: string, result: ExtractResult): string {
  if (result.error !== null) return `${file}: ${result.error.message} [${result.error.code}]\n`;
  const pages = result.pageCount === null ? '' : `, ${result.pageCount} pages`;
  const head = `${result.title ?? file} (${result.mediaType}${pages}, ${result.blocks.length} blocks)\n\n`;
  return head + result.blocks.map((block) => `${place(block)}${block.text}\n\n`).join('');
}

function place(block: ExtractResult['blocks'][number]): string {
  const parts = [block.kind, block.page === null ? '' : `page ${block.page}`, block.headingPath.join(' > ')];
  return `[${parts.filter((part) => part !== '').join(' | ')}]\n`;
}
