import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../auth/current-viewer.decorator.js';
import type { Viewer } from '../../auth/viewer.js';
import { toConnectionBy } from '../../graphql/page.js';
import { rowCursor } from '../execution-cursors.js';
import { ExecutionPayload } from '../execution.payload.js';
import { ExecutionPresenter } from '../execution-presenter.js';
import { RowStatus } from './bulk.enums.js';
import { BulkRows } from './bulk-rows.js';
import { BulkRowsArgs } from './bulk-rows.args.js';
import { BulkRowConnection, BulkRowCounts } from './bulk-rows.model.js';
import { StartBulkExecutionInput } from './bulk.input.js';
import { BulkRuns } from './bulk-runs.service.js';

@Resolver()
export class BulkResolver {
  constructor(
    private readonly runs: BulkRuns,
    private readonly rows: BulkRows,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Query(() => BulkRowConnection, { description: 'The rows of a table of inputs, by their number.' })
  async executionRows(
    @CurrentViewer() viewer: Viewer,
    @Args() args: BulkRowsArgs,
  ): Promise<BulkRowConnection> {
    const { id, statuses, from, first, after } = args;
    const filter = { statuses: statuses ?? [], from: (from ?? 1) - 1 };
    const window = { first: first ?? 50, after: rowCursor.decode(after) };
    const page = await this.rows.page(viewer, id, filter, window);
    return { ...toConnectionBy(page, (row) => row, rowCursor.encode), counts: toCounts(page.counts) };
  }

  @Mutation(() => ExecutionPayload, {
    description:
      'Runs a workflow once for each row of a table, in one execution: `executionRows` gives the rows with how they stand.',
  })
  async startBulkExecution(@CurrentViewer() viewer: Viewer, @Args('input') input: StartBulkExecutionInput) {
    return this.presenter.payload(await this.runs.start(viewer, input));
  }

  @Mutation(() => ExecutionPayload, {
    description: 'Runs the rows of a table that failed or did not run again, as an execution of their own.',
  })
  async rerunFailedRows(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.presenter.payload(await this.runs.rerunFailed(viewer, id));
  }
}

function toCounts(counts: ReadonlyMap<RowStatus, number>): BulkRowCounts {
  const of = (status: RowStatus) => counts.get(status) ?? 0;
  return {
    pending: of(RowStatus.PENDING),
    running: of(RowStatus.RUNNING),
    waiting: of(RowStatus.WAITING),
    blocked: of(RowStatus.BLOCKED),
    completed: of(RowStatus.COMPLETED),
    failed: of(RowStatus.FAILED),
    cancelled: of(RowStatus.CANCELLED),
    notRun: of(RowStatus.NOT_RUN),
  };
}
