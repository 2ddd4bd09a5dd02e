import { Injectable } from '@nestjs/common';
import { isClosed } from '#interpreter';
import { RowResults } from '#persistence';
import type { RowResult, WorkflowExecution } from '#persistence';
import type { Viewer } from '../../auth/viewer.js';
import { notFound } from '../../errors/api-error.js';
import { ExecutionsService } from '../executions.service.js';
import type { RowsFormat } from './bulk.enums.js';
import { HEADERS, LINES } from './result-lines.js';
import { TableOfInputs } from './table-of-inputs.js';

/** Rows read at once. */
const PAGE = 500;

/** Every row of a table with what came of it, a few at a time. */
@Injectable()
export class BulkResults {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly table: TableOfInputs,
    private readonly results: RowResults,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's and for an execution over one input. */
  async lines(viewer: Viewer, id: string, format: RowsFormat): Promise<AsyncIterable<string>> {
    const execution = await this.executions.get(viewer, id);
    if (execution.bulk === null) throw notFound('table of inputs');
    return this.pages(execution, format);
  }

  private async *pages(execution: WorkflowExecution, format: RowsFormat): AsyncGenerator<string> {
    const { id } = execution;
    const unknown = isClosed(execution.status) ? 'not_run' : 'pending';
    const rows = await this.table.rowsOf(execution);
    yield HEADERS[format];
    for (let from = 0; from < rows.length; from += PAGE) {
      const ended = await this.results.between(id, from, from + PAGE);
      const known = new Map<number, RowResult>(ended.map((result) => [result.row, result]));
      const page = rows.slice(from, from + PAGE).map((input, offset) => {
        const { status = unknown, result = null, error = null } = known.get(from + offset) ?? {};
        const { code = '', message = '', path = null } = error ?? {};
        const shown = error === null ? null : { code, message, path };
        return LINES[format]({ row: from + offset + 1, status, result, error: shown, input });
      });
      yield page.join('');
    }
  }
}
