import { Injectable } from '@nestjs/common';
import type { InputDeclaration, Problem } from '#definition';
import type { Viewer } from '../../auth/viewer.js';
import { DocumentsService } from '../../documents/documents.service.js';
import { callProblem } from '../../problems/to-problem-model.js';
import { RowsFormat } from './bulk.enums.js';
import type { StartBulkExecutionInput } from './bulk.input.js';
import { ROWS_BYTES } from './check-rows.js';
import { readRows } from './read-rows.js';
import type { ReadRows } from './read-rows.js';

type Declarations = Readonly<Record<string, InputDeclaration>>;
type Given = Pick<StartBulkExecutionInput, 'rows' | 'rowsText' | 'rowsDocumentId' | 'rowsFormat'>;

const FORMATS: readonly (readonly [RegExp, RowsFormat])[] = [
  [/\.csv$/i, RowsFormat.CSV],
  [/\.(jsonl|ndjson)$/i, RowsFormat.JSON_LINES],
];

/** Reads the rows of a call, in whichever of its forms they come. */
@Injectable()
export class GivenRows {
  constructor(private readonly documents: DocumentsService) {}

  /** @throws ApiError NOT_FOUND for a document that is not the viewer's. */
  async read(viewer: Viewer, given: Given, declarations: Declarations): Promise<ReadRows> {
    const { rows, rowsText, rowsDocumentId, rowsFormat } = given;
    const forms = [rows, rowsText, rowsDocumentId].filter((form) => form != null);
    if (forms.length !== 1) return refused('/rows', 'Give one of rows, rowsText and rowsDocumentId.');
    if (rowsText != null) return read(rowsText, rowsFormat, declarations, '/rowsText');
    if (rowsDocumentId != null) return this.ofDocument(viewer, rowsDocumentId, given, declarations);
    return Array.isArray(rows) ? { rows } : refused('/rows', 'The rows have to be a list of objects.');
  }

  private async ofDocument(
    viewer: Viewer,
    id: string,
    { rowsFormat }: Given,
    declarations: Declarations,
  ): Promise<ReadRows> {
    const document = await this.documents.get(viewer, id);
    const place = '/rowsDocumentId';
    if (document.bytes > ROWS_BYTES) {
      const message = `The document has ${document.bytes} bytes; ${ROWS_BYTES} are allowed.`;
      return { problems: [callProblem('ROWS_TOO_LARGE', place, message)] };
    }
    const format = rowsFormat ?? FORMATS.find(([ending]) => ending.test(document.name))?.[1];
    const parts: Buffer[] = [];
    for await (const part of this.documents.content(document)) parts.push(part as Buffer);
    return read(Buffer.concat(parts).toString('utf8'), format, declarations, place);
  }
}

function read(
  text: string,
  format: RowsFormat | null | undefined,
  declarations: Declarations,
  place: string,
): ReadRows {
  if (format == null) return refused('/rowsFormat', 'Say in which format the rows are written.');
  return readRows(text, format, declarations, place);
}

function refused(path: string, message: string): { readonly problems: readonly [Problem] } {
  return { problems: [callProblem('BAD_INPUT', path, message)] };
}
