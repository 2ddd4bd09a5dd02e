import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../auth/current-viewer.decorator.js';
import type { Viewer } from '../../auth/viewer.js';
import { ExecutionPayload } from '../execution.payload.js';
import { ExecutionPresenter } from '../execution-presenter.js';
import { StartBulkExecutionInput } from './bulk.input.js';
import { BulkRuns } from './bulk-runs.service.js';

@Resolver()
export class BulkResolver {
  constructor(
    private readonly runs: BulkRuns,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Mutation(() => ExecutionPayload, {
    description:
      'Runs a workflow once for each row of a table, in one execution: `executionSteps(parentPath: "@rows")` gives the rows as they end.',
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
