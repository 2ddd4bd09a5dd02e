import { Injectable } from '@nestjs/common';
import { readerVersion } from '#documents/readers';
import { PostgresStores } from '#persistence';
import type { DocumentBlock } from './document.model.js';

/** Blocks of one answer at most. */
const LIMIT = 500;

/** What the readers made of documents, as far as a run or a search has had them read. */
@Injectable()
export class DocumentBlocks {
  constructor(private readonly stores: PostgresStores) {}

  /** The blocks that overlap a range of the text; none while the document has not been read. */
  async of(documentId: string, start: number, end: number): Promise<readonly DocumentBlock[]> {
    const extraction = await this.stores.documents.extraction(documentId, readerVersion);
    return (extraction?.blocks ?? [])
      .filter((block) => block.start < end && block.end > start)
      .slice(0, LIMIT)
      .map(({ kind, text, page, start: from, end: to, headingPath }) => ({
        kind,
        text,
        page,
        start: from,
        end: to,
        headingPath: [...headingPath],
      }));
  }
}
