import type { Json, JsonObject, Reference } from '#definition';
import type { ListedChunk, Stores } from '../ports.js';
import type { Passage } from '../search/passage.js';
import { StepFailure } from '../step-failure.js';
import { chunkSetsOf, documentIdsOf, documentReference, passagesOf } from './artifacts.js';

/** Text of one item: the rest of it stands where the item comes from. UTF-16 units. */
const ITEM_TEXT = 2_000;

/** What one page may take in history. Bytes of JSON. */
const PAGE_BYTES = 1024 * 1024;

/**
 * A page of the list that a reference stands for, as items of a loop; fewer than `limit` are the last.
 * Throws `StepFailure` LOOP_INPUT_INVALID for a reference that is no list, and for items that are too big.
 */
export async function listItems(
  { artifacts, documents, chunks }: Stores,
  ownerId: string,
  reference: Reference,
  offset: number,
  limit: number,
): Promise<readonly Json[]> {
  const page = <Item>(all: readonly Item[]): readonly Item[] => all.slice(offset, offset + limit);
  switch (reference.kind) {
    case 'documents': {
      const ids = page(await documentIdsOf(artifacts, [reference]));
      const found = await documents.list(ownerId, { kind: 'ids', ids }, null, ids.length);
      const names = new Map(found.map(({ id, name }) => [id, name]));
      return ids.map((id) => ({ ...documentReference(id), id, name: names.get(id) ?? null }));
    }
    case 'chunks':
    case 'embeddings': {
      const sets = await chunkSetsOf(artifacts, [reference]);
      return (await chunks.list(ownerId, sets, offset, limit)).map(chunkItem);
    }
    case 'passages':
      return page((await passagesOf(artifacts, reference)).passages).map(passageItem);
    default: {
      const all: unknown = await artifacts.get(reference);
      if (!Array.isArray(all)) throw invalid(`What is kept as "${reference.kind}" is no list.`);
      return fitting(page(all as readonly Json[]), offset);
    }
  }
}

function chunkItem(chunk: ListedChunk): JsonObject {
  const { id, documentId, documentName, ordinal, text, page, headingPath, tokenCount } = chunk;
  return {
    ...{ id: String(id), document_id: documentId, document_name: documentName, ordinal, page },
    ...{ heading_path: headingPath, token_count: tokenCount, ...cut(text) },
  };
}

function passageItem({ chunkId, documentId, documentName, page, score, text }: Passage): JsonObject {
  return {
    ...{ id: chunkId, document_id: documentId, document_name: documentName, page, score, ...cut(text) },
  };
}

function cut(text: string): { readonly text: string; readonly text_is_cut: boolean } {
  return { text: text.slice(0, ITEM_TEXT), text_is_cut: text.length > ITEM_TEXT };
}

function fitting(items: readonly Json[], offset: number): readonly Json[] {
  const bytes = Buffer.byteLength(JSON.stringify(items));
  if (bytes <= PAGE_BYTES) return items;
  throw invalid(
    `The ${items.length} items from number ${offset} on take ${bytes} bytes; ${PAGE_BYTES} are read at once.`,
  );
}

function invalid(message: string): StepFailure {
  return new StepFailure('LOOP_INPUT_INVALID', message, false);
}
