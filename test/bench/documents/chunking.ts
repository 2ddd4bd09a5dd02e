import { readFileSync } from 'node:fs';
import { chunkDocument } from '#documents';
import type { ChunkSettings } from '#documents';
import { extractDocument } from '#documents/readers';

export interface ChunkingResult {
  readonly strategy: string;
  readonly megabytes: number;
  readonly chunks: number;
  readonly seconds: number;
}

const STRATEGIES: readonly ChunkSettings['strategy'][] = ['headings', 'tokens', 'sentences', 'pages'];
const ROUNDS = 3;

/** Cuts the text of one long document in each way; the best of three rounds. */
export async function measureChunking(
  path: string,
  say: (text: string) => void,
): Promise<readonly ChunkingResult[]> {
  const extraction = await extractDocument(readFileSync(path), path);
  const megabytes = Buffer.byteLength(extraction.text) / 1e6;
  return STRATEGIES.map((strategy) => {
    const settings: ChunkSettings = { strategy, size: 400, overlap: 40, minimum: 0 };
    let seconds = Infinity;
    let chunks = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      chunks = [...chunkDocument(extraction, settings)].length;
      seconds = Math.min(seconds, (performance.now() - began) / 1000);
    }
    say(`  chunking by ${strategy}: ${seconds.toFixed(2)} s`);
    return { strategy, megabytes, chunks, seconds };
  });
}
