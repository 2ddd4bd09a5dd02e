import { createStepImplementations } from '#documents';
import { MemoryStores, contextOn } from '../../../libs/documents/test/memory-stores.js';

export interface IngestionResult {
  readonly documents: number;
  readonly seconds: number;
  /** Megabytes that the process takes, after every tenth of the documents. */
  readonly memory: readonly number[];
}

/** Reads many small documents of four formats in one run of the ingestion step, and watches the memory it takes. */
export async function measureIngestion(
  documents: number,
  say: (text: string) => void,
): Promise<IngestionResult> {
  const stores = new MemoryStores();
  for (let index = 0; index < documents; index += 1) stores.documents.add(...smallDocument(index));
  const memory: number[] = [];
  const tenth = Math.max(1, Math.floor(documents / 10));
  const context = contextOn(stores, {
    progress: (done) => {
      if (done % tenth !== 0) return;
      memory.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
      say(`  ${done} small documents: ${memory.at(-1)} MB`);
    },
  });
  const ingest = createStepImplementations(null)['document_ingestion'];
  if (ingest === undefined) throw new Error('There is no ingestion step.');
  const began = performance.now();
  const { facts } = await ingest({ configuration: {}, incoming: {}, documents: null }, context);
  const seconds = (performance.now() - began) / 1000;
  if (facts['document_count'] !== documents) throw new Error(`Not all were read: ${JSON.stringify(facts)}`);
  return { documents, seconds, memory };
}

function smallDocument(index: number): [name: string, content: string] {
  const sentence = `Order ${index} is kept for seven years. `.repeat(20);
  switch (index % 4) {
    case 0:
      return [`${index}.md`, `# Order ${index}\n\n${sentence}`];
    case 1:
      return [`${index}.html`, `<html><body><h1>Order ${index}</h1><p>${sentence}</p></body></html>`];
    case 2:
      return [`${index}.csv`, `order;text\n${`${index};${sentence}\n`.repeat(5)}`];
    default:
      return [`${index}.txt`, sentence];
  }
}
