import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { toConnection, toConnectionBy, windowOf } from '../graphql/page.js';
import { ControlArgs, EventsArgs, ExecutionsArgs, ExecutionStepsArgs } from './execution.args.js';
import { ExecutionControl } from './execution-control.js';
import { ExecutionEventModel } from './execution-event.model.js';
import { StartExecutionInput } from './execution.input.js';
import { ExecutionConnection, ExecutionModel } from './execution.model.js';
import { ExecutionPayload } from './execution.payload.js';
import { ExecutionPresenter } from './execution-presenter.js';
import { stepCursor } from './execution-cursors.js';
import { ExecutionStepConnection } from './execution-step.model.js';
import { ExecutionStarts } from './execution-starts.js';
import { ExecutionsService } from './executions.service.js';
import { toEventModel } from './to-execution-model.js';
import { toStepModel } from './to-step-model.js';

const id = { type: () => ID };

@Resolver(() => ExecutionModel)
export class ExecutionsResolver {
  constructor(
    private readonly service: ExecutionsService,
    private readonly starts: ExecutionStarts,
    private readonly control: ExecutionControl,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Query(() => ExecutionModel)
  async execution(@CurrentViewer() viewer: Viewer, @Args('id', id) executionId: string) {
    return this.presenter.model(await this.service.get(viewer, executionId));
  }

  @Query(() => ExecutionConnection, { description: 'Newest first.' })
  async executions(@CurrentViewer() viewer: Viewer, @Args() args: ExecutionsArgs) {
    return toConnection(
      await this.service.list(viewer, args.filter ?? {}, windowOf(args)),
      this.presenter.model,
    );
  }

  @Query(() => ExecutionStepConnection, {
    description:
      'Attempts of steps in the order they came up, and rounds of a loop by their number: each is there once it has ended.',
  })
  async executionSteps(@CurrentViewer() viewer: Viewer, @Args() args: ExecutionStepsArgs) {
    const { id: executionId, parentPath, statuses, first, after } = args;
    const filter = { parentPath: parentPath ?? null, statuses: statuses ?? [] };
    const window = { first: first ?? 50, after: stepCursor.decode(after) };
    const page = await this.service.steps(viewer, executionId, filter, window);
    return toConnectionBy(page, toStepModel, stepCursor.encode);
  }

  @Query(() => [ExecutionEventModel], {
    description: 'The events after a sequence, oldest first; at most 500.',
  })
  async executionEvents(
    @CurrentViewer() viewer: Viewer,
    @Args() { id: executionId, after, first }: EventsArgs,
  ) {
    return (await this.service.events(viewer, executionId, after ?? 0, first ?? 500)).map(toEventModel);
  }

  @Mutation(() => ExecutionPayload)
  async startExecution(@CurrentViewer() viewer: Viewer, @Args('input') input: StartExecutionInput) {
    return this.presenter.payload(await this.starts.start(viewer, input));
  }

  @Mutation(() => ExecutionPayload, { description: 'Steps that run are finished; no new ones start.' })
  async pauseExecution(@CurrentViewer() viewer: Viewer, @Args() { id: executionId, path }: ControlArgs) {
    return this.presenter.payload(await this.control.pause(viewer, executionId, path ?? ''));
  }

  @Mutation(() => ExecutionPayload)
  async resumeExecution(@CurrentViewer() viewer: Viewer, @Args() { id: executionId, path }: ControlArgs) {
    return this.presenter.payload(await this.control.resume(viewer, executionId, path ?? ''));
  }

  @Mutation(() => ExecutionPayload, { description: 'Steps that run are told to stop.' })
  async cancelExecution(@CurrentViewer() viewer: Viewer, @Args('id', id) executionId: string) {
    return this.presenter.payload(await this.control.cancel(viewer, executionId));
  }
}
