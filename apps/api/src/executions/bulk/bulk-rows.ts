import { Injectable } from '@nestjs/common';
import { ROWS_STEP } from '#definition';
import { isClosed } from '#interpreter';
import { RowResults } from '#persistence';
import type { Page, RowResult } from '#persistence';
import type { Viewer } from '../../auth/viewer.js';
import { notFound } from '../../errors/api-error.js';
import { ExecutionsService } from '../executions.service.js';
import { toErrorModel } from '../to-error-model.js';
import type { RowStatus } from './bulk.enums.js';
import type { BulkRowModel } from './bulk-rows.model.js';
import { countsOf, rowStatuses } from './row-statuses.js';
import { TableOfInputs } from './table-of-inputs.js';

export interface RowFilter {
  /** Any of these; all when it is empty. */
  readonly statuses: readonly RowStatus[];
  /** Rows from this one on, counted from 0. */
  readonly from: number;
}

export interface RowWindow {
  readonly first: number;
  /** The list goes on behind this row, counted from 0. */
  readonly after: number | null;
}

export interface RowPage extends Page<BulkRowModel, number> {
  readonly counts: ReadonlyMap<RowStatus, number>;
}

/** The rows of a table with how they stand, page by page. */
@Injectable()
export class BulkRows {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly table: TableOfInputs,
    private readonly results: RowResults,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's and for an execution over one input. */
  async page(viewer: Viewer, id: string, filter: RowFilter, { first, after }: RowWindow): Promise<RowPage> {
    const execution = await this.executions.get(viewer, id);
    if (execution.bulk === null) throw notFound('table of inputs');
    const [inputs, live] = await Promise.all([this.table.rowsOf(execution), this.results.live(id)]);
    // Read after what is live: a row that ends in between is then known as ended.
    const ended = await this.results.ended(id);
    const closed = isClosed(execution.status);
    const statuses = rowStatuses({ count: inputs.length, ended, live, closed });
    const matching = matchingRows(statuses, filter);
    const left = after === null ? matching : matching.filter((row) => row > after);
    const rows = left.slice(0, first);
    const results = new Map((await this.results.of(id, rows)).map((result) => [result.row, result]));
    return {
      items: rows.map((row) => ({
        row: toRow(row, statuses[row] as RowStatus, inputs[row], results.get(row)),
        cursor: row,
      })),
      hasNext: left.length > first,
      total: matching.length,
      counts: countsOf(statuses),
    };
  }
}

function matchingRows(all: readonly RowStatus[], { statuses, from }: RowFilter): readonly number[] {
  const wanted = new Set(statuses);
  return all.flatMap((status, row) =>
    row >= from && (wanted.size === 0 || wanted.has(status)) ? [row] : [],
  );
}

function toRow(row: number, status: RowStatus, input: unknown, known: RowResult | undefined): BulkRowModel {
  const { result = null, error = null, durationMs = null } = known ?? {};
  const path = `${ROWS_STEP}[${row}]`;
  return { number: row + 1, path, status, input, result, error: toErrorModel(error, null), durationMs };
}
