import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentViewer } from '../../auth/current-viewer.decorator.js';
import type { Viewer } from '../../auth/viewer.js';
import { attachment } from '../../documents/attachment.js';
import { ApiError } from '../../errors/api-error.js';
import { RowsFormat } from './bulk.enums.js';
import { BulkResults } from './bulk-results.js';

const TYPES: Readonly<Record<RowsFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

@Controller('api/v1')
export class BulkResultsController {
  constructor(private readonly results: BulkResults) {}

  /** One line a row: `?format=jsonl` (the default) or `csv`. */
  @Get('executions/:id/results')
  async rows(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query('format') given: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const format = formatOf(given);
    const lines = await this.results.lines(viewer, id, format);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: TYPES[format],
      disposition: attachment(`results.${format}`),
    });
  }
}

function formatOf(given: unknown): RowsFormat {
  const format = Object.values(RowsFormat).find((known) => known === (given ?? RowsFormat.JSON_LINES));
  if (format !== undefined) return format;
  throw new ApiError('BAD_INPUT', 'The format is jsonl or csv.', { path: '/format' });
}
