import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DocumentError, extractDocument } from '#documents/readers';
import { inParallel } from './in-parallel.js';

export interface ReadingResult {
  readonly format: string;
  readonly documents: number;
  readonly megabytes: number;
  readonly pages: number;
  readonly readers: number;
  readonly seconds: number;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NO_DOCUMENTS: ReadonlySet<string> = new Set(['', 'jsonl', 'zip']);

/** Reads all documents of each format in the folders with one and with two readers at once, refusals included. */
export async function measureReading(
  folders: readonly string[],
  say: (text: string) => void,
): Promise<readonly ReadingResult[]> {
  const results: ReadingResult[] = [];
  for (const [format, sources] of byFormat(folders)) {
    const megabytes = sources.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) / 1e6;
    for (const readers of [1, 2]) {
      let pages = 0;
      const began = performance.now();
      await inParallel(sources, readers, async (source) => {
        pages += await readPages(source);
      });
      const seconds = (performance.now() - began) / 1000;
      results.push({ format, documents: sources.length, megabytes, pages, readers, seconds });
      say(`  ${format}, ${readers} at once: ${seconds.toFixed(1)} s`);
    }
  }
  return results;
}

/** Reads a document; 0 when its format has no pages, or when it is refused. */
async function readPages({ bytes, name }: Source): Promise<number> {
  try {
    return (await extractDocument(bytes, name)).pageCount ?? 0;
  } catch (error) {
    if (error instanceof DocumentError) return 0;
    throw error;
  }
}

function byFormat(folders: readonly string[]): ReadonlyMap<string, readonly Source[]> {
  const formats = new Map<string, Source[]>();
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) {
      const format = extname(name).slice(1);
      if (NO_DOCUMENTS.has(format)) continue;
      const source = { name, bytes: readFileSync(join(folder, name)) };
      formats.set(format, [...(formats.get(format) ?? []), source]);
    }
  }
  return formats;
}
