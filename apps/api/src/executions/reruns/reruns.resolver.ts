import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../auth/current-viewer.decorator.js';
import type { Viewer } from '../../auth/viewer.js';
import { ExecutionPayload } from '../execution.payload.js';
import { ExecutionPresenter } from '../execution-presenter.js';
import { RerunArgs } from './rerun.args.js';
import { RerunPlan } from './rerun-plan.model.js';
import { Reruns } from './reruns.service.js';
import { toRerunPlan } from './to-rerun-plan.js';

@Resolver()
export class RerunsResolver {
  constructor(
    private readonly reruns: Reruns,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Query(() => RerunPlan, { description: 'What a rerun of an execution that has ended would do.' })
  async rerunPlan(@CurrentViewer() viewer: Viewer, @Args() args: RerunArgs): Promise<RerunPlan> {
    const { foresight, problems } = await this.reruns.plan(viewer, args);
    return toRerunPlan(foresight, problems);
  }

  @Mutation(() => ExecutionPayload, {
    description:
      'Runs an execution that has ended again, over the same input and documents: a new execution that takes over what was finished and is the same.',
  })
  async rerun(@CurrentViewer() viewer: Viewer, @Args() args: RerunArgs): Promise<ExecutionPayload> {
    return this.presenter.payload(await this.reruns.start(viewer, args));
  }
}
