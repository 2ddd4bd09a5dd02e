import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import type { ExecutionEventRow, WorkflowExecution } from '#persistence';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { FollowArgs } from '../executions/execution.args.js';
import { ExecutionEventModel } from '../executions/execution-event.model.js';
import { ExecutionModel } from '../executions/execution.model.js';
import { ExecutionPresenter } from '../executions/execution-presenter.js';
import { toEventModel } from '../executions/to-execution-model.js';
import { ExecutionFeed } from './execution-feed.js';

@Resolver()
export class EventsResolver {
  constructor(
    private readonly feed: ExecutionFeed,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Subscription(() => ExecutionEventModel, {
    description:
      'Every event after the given sequence, the stored ones first, with no gap and no duplicate. Completes when the execution has ended.',
    resolve: toEventModel,
  })
  executionEvents(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, after }: FollowArgs,
  ): Promise<AsyncIterableIterator<ExecutionEventRow>> {
    return this.feed.events(viewer, id, after ?? 0);
  }

  @Subscription(() => ExecutionModel, {
    description: 'The execution now and whenever it has changed. Completes when the execution has ended.',
    resolve(this: EventsResolver, execution: WorkflowExecution) {
      return this.presenter.model(execution);
    },
  })
  executionUpdated(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncIterableIterator<WorkflowExecution>> {
    return this.feed.updates(viewer, id);
  }
}
