import { Args, Query, Resolver } from '@nestjs/graphql';
import { ApprovalsRepository } from '#persistence';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { toConnectionBy } from '../graphql/page.js';
import { PageArgs } from '../graphql/page.args.js';
import { ApprovalConnection } from './approval.model.js';
import { idCursor } from './execution-cursors.js';
import { toApprovalModel } from './to-approval-model.js';

/** What waits for the viewer. */
@Resolver()
export class ApprovalsResolver {
  constructor(private readonly repository: ApprovalsRepository) {}

  @Query(() => ApprovalConnection, {
    description: "What waits for your approval, in your executions and in others'; longest waiting first.",
  })
  async approvals(@CurrentViewer() viewer: Viewer, @Args() { first, after }: PageArgs) {
    const window = { first: first ?? 50, after: idCursor.decode(after) };
    return toConnectionBy(await this.repository.list(viewer, window), toApprovalModel, idCursor.encode);
  }
}
