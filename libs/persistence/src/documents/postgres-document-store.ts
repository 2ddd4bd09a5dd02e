import type { DataSource } from 'typeorm';
import { countUnstorable, storableJson, storableText } from '../storable.js';
import { isUuid } from '../uuid.js';
import type { DocumentStatus } from './document.entity.js';
import type { StoredBlock } from './extraction.entity.js';

export type DocumentSelection =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'collection'; readonly collectionId: string };

export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: DocumentStatus;
}

/** What a reader made of a document, in the words of the documents part. `Kind` is its list of block kinds. */
export interface Extraction<Kind extends string> {
  readonly mediaType: string;
  readonly title: string | null;
  readonly pageCount: number | null;
  readonly text: string;
  readonly blocks: readonly ExtractedBlock<Kind>[];
  readonly warnings: readonly string[];
}

export interface ExtractedBlock<Kind extends string> extends Omit<StoredBlock, 'kind' | 'text'> {
  readonly kind: Kind;
  readonly text: string;
}

type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table' | 'table-row' | 'code' | 'quote';

interface ExtractionFound {
  readonly status: DocumentStatus;
  readonly mediaType: string;
  readonly title: string | null;
  readonly pageCount: number | null;
  readonly text: string;
  readonly blocks: readonly StoredBlock[];
  readonly warnings: readonly string[];
}

/** Parts are asked for a few at a time: the driver holds what it gets twice, as text and as bytes. */
const PARTS_AT_ONCE = 8;

/** Documents as steps need them. */
export class PostgresDocumentStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of documents in order of id, those of the owner only. */
  async list(
    ownerId: string,
    selection: DocumentSelection,
    after: string | null,
    limit: number,
  ): Promise<readonly StoredDocument[]> {
    const [where, value] =
      selection.kind === 'ids'
        ? ['id = ANY($2::uuid[])', selection.ids.filter(isUuid)]
        : ['collection_id = $2::uuid', isUuid(selection.collectionId) ? selection.collectionId : null];
    return this.dataSource.query<StoredDocument[]>(
      `SELECT id, name, media_type AS "mediaType", sha256, bytes, status
       FROM documents
       WHERE user_id = $1 AND ${where} AND ($3::uuid IS NULL OR id > $3::uuid)
       ORDER BY id LIMIT $4`,
      [ownerId, value, after, limit],
    );
  }

  /** @throws when there is no such document. */
  async content(documentId: string): Promise<Uint8Array> {
    const [blob] = await this.dataSource.query<{ id: string; bytes: number }[]>(
      `SELECT b.id, b.bytes FROM documents d JOIN blobs b USING (sha256) WHERE d.id = $1`,
      [documentId],
    );
    if (blob === undefined) throw new Error(`There is no document ${documentId}`);
    const content = new Uint8Array(blob.bytes);
    let filled = 0;
    for (let from = 0; filled < blob.bytes; from += PARTS_AT_ONCE) {
      const parts = await this.dataSource.query<{ data: Buffer }[]>(
        `SELECT data FROM blob_parts WHERE blob_id = $1 AND ordinal >= $2 AND ordinal < $3 ORDER BY ordinal`,
        [blob.id, from, from + PARTS_AT_ONCE],
      );
      if (parts.length === 0) throw new Error(`The content of document ${documentId} is not complete`);
      for (const { data } of parts) {
        content.set(data, filled);
        filled += data.length;
      }
    }
    return content;
  }

  /** What a reader of this version made of the same content, whichever document it came with. */
  async extraction(documentId: string, readerVersion: string): Promise<Extraction<BlockKind> | null> {
    const [found] = await this.dataSource.query<ExtractionFound[]>(
      `SELECT d.status, e.media_type AS "mediaType", e.title, e.page_count AS "pageCount", e.text, e.blocks, e.warnings
       FROM documents d JOIN extractions e USING (sha256)
       WHERE d.id = $1 AND e.reader_version = $2`,
      [documentId, readerVersion],
    );
    if (found === undefined) return null;
    const { status, blocks, ...rest } = found;
    if (status !== 'ready') await this.markReady(documentId, rest);
    return { ...rest, blocks: blocks.map((block) => withText(block, rest.text)) };
  }

  /** Characters the database cannot keep are replaced one for one, and a warning says how many. */
  async saveExtraction(
    documentId: string,
    readerVersion: string,
    extraction: Extraction<BlockKind>,
  ): Promise<void> {
    const { mediaType, pageCount, blocks } = extraction;
    const replaced = countUnstorable(extraction.text);
    const warning = `${replaced} characters that cannot be stored were replaced.`;
    const warnings = replaced === 0 ? extraction.warnings : [...extraction.warnings, warning];
    const title = extraction.title === null ? null : storableText(extraction.title);
    await this.dataSource.query(
      `INSERT INTO extractions (sha256, reader_version, media_type, title, page_count, text, blocks, warnings)
       SELECT sha256, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb FROM documents WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [
        ...[documentId, readerVersion, mediaType, title, pageCount, storableText(extraction.text)],
        storableJson(blocks.map((block) => withoutText(block, extraction.text))),
        storableJson(warnings),
      ],
    );
    await this.markReady(documentId, { mediaType, title, pageCount });
  }

  /** Marks a document that could not be read; it keeps its content. */
  async saveFailure(
    documentId: string,
    error: { readonly code: string; readonly message: string },
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE documents SET status = 'failed', error_code = $2, error_message = $3, updated_at = now() WHERE id = $1`,
      [documentId, error.code, storableText(error.message)],
    );
  }

  private async markReady(
    documentId: string,
    { mediaType, title, pageCount }: Pick<ExtractionFound, 'mediaType' | 'title' | 'pageCount'>,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE documents SET status = 'ready', media_type = $2, title = $3, page_count = $4,
         error_code = NULL, error_message = NULL, updated_at = now()
       WHERE id = $1`,
      [documentId, mediaType, title, pageCount],
    );
  }
}

/** Nearly every block is a slice of the text: its own text is stored only where it is not. */
function withoutText({ text, ...block }: ExtractedBlock<BlockKind>, whole: string): StoredBlock {
  return text === whole.slice(block.start, block.end) ? block : { ...block, text };
}

function withText({ kind, text, ...block }: StoredBlock, whole: string): ExtractedBlock<BlockKind> {
  return { ...block, kind: kind as BlockKind, text: text ?? whole.slice(block.start, block.end) };
}
