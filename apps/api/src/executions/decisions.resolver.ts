import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import {
  ApproveArgs,
  RetryStepArgs,
  SendEventArgs,
  SetVariableArgs,
  SkipStepArgs,
  StepArgs,
} from './decision.args.js';
import { ExecutionDecisions } from './execution-decisions.js';
import { ExecutionPayload } from './execution.payload.js';
import { ExecutionPresenter } from './execution-presenter.js';
import type { ExecutionOutcome } from './executions.service.js';

/** What people decide in an execution; one that was refused says why in `problems`. */
@Resolver()
export class DecisionsResolver {
  constructor(
    private readonly decisions: ExecutionDecisions,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @Mutation(() => ExecutionPayload, { description: 'Tries a blocked step again.' })
  async retryStep(@CurrentViewer() viewer: Viewer, @Args() { id, path, configuration }: RetryStepArgs) {
    return this.shown(this.decisions.retryStep(viewer, id, path, configuration));
  }

  @Mutation(() => ExecutionPayload, { description: 'Goes on past a blocked step.' })
  async skipStep(@CurrentViewer() viewer: Viewer, @Args() { id, path, output }: SkipStepArgs) {
    return this.shown(this.decisions.skipStep(viewer, id, path, output));
  }

  @Mutation(() => ExecutionPayload, { description: 'Lets a blocked step fail.' })
  async giveUpStep(@CurrentViewer() viewer: Viewer, @Args() { id, path }: StepArgs) {
    return this.shown(this.decisions.giveUpStep(viewer, id, path));
  }

  @Mutation(() => ExecutionPayload, {
    description: 'Approves or rejects; only its assignees may, when it has any.',
  })
  async approve(@CurrentViewer() viewer: Viewer, @Args() { id, path, approved, comment }: ApproveArgs) {
    return this.shown(this.decisions.approve(viewer, id, path, { approved, comment: comment ?? null }));
  }

  @Mutation(() => ExecutionPayload, { description: 'Sends an event to the steps that wait for it.' })
  async sendEvent(@CurrentViewer() viewer: Viewer, @Args() { id, name, payload, path }: SendEventArgs) {
    return this.shown(this.decisions.sendEvent(viewer, id, name, { payload, path: path || null }));
  }

  @Mutation(() => ExecutionPayload, {
    description: 'Gives a variable another value while the execution runs.',
  })
  async setVariable(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, scopePath, name, value }: SetVariableArgs,
  ) {
    return this.shown(this.decisions.setVariable(viewer, id, { scopePath: scopePath ?? '', name, value }));
  }

  private async shown(outcome: Promise<ExecutionOutcome>): Promise<ExecutionPayload> {
    return this.presenter.payload(await outcome);
  }
}
