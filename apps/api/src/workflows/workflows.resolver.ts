import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { DeletePayload } from '../graphql/delete.payload.js';
import { toConnection, windowOf } from '../graphql/page.js';
import { toVersionModel, toWorkflowModel } from './to-workflow-model.js';
import { toWorkflowPayload } from './to-workflow-payload.js';
import { DuplicateArgs, PublishArgs, WorkflowsArgs } from './workflow.args.js';
import { CreateWorkflowInput, UpdateWorkflowInput } from './workflow.input.js';
import { WorkflowConnection, WorkflowModel } from './workflow.model.js';
import { WorkflowPayload } from './workflow.payload.js';
import { WorkflowVersionModel } from './workflow-version.model.js';
import { WorkflowsService } from './workflows.service.js';

const id = { type: () => ID };

@Resolver(() => WorkflowModel)
export class WorkflowsResolver {
  constructor(private readonly service: WorkflowsService) {}

  @Query(() => WorkflowModel)
  async workflow(@CurrentViewer() viewer: Viewer, @Args('id', id) workflowId: string) {
    return toWorkflowModel(await this.service.get(viewer, workflowId));
  }

  @Query(() => WorkflowConnection, { description: 'Last changed first.' })
  async workflows(@CurrentViewer() viewer: Viewer, @Args() args: WorkflowsArgs) {
    return toConnection(await this.service.list(viewer, args.filter ?? {}, windowOf(args)), toWorkflowModel);
  }

  @Query(() => [WorkflowVersionModel], { description: 'Newest first.' })
  async workflowVersions(@CurrentViewer() viewer: Viewer, @Args('workflowId', id) workflowId: string) {
    return (await this.service.listVersions(viewer, workflowId)).map(toVersionModel);
  }

  @Mutation(() => WorkflowPayload)
  async createWorkflow(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateWorkflowInput) {
    return toWorkflowPayload(await this.service.create(viewer, input));
  }

  @Mutation(() => WorkflowPayload)
  async updateWorkflow(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) workflowId: string,
    @Args('input') input: UpdateWorkflowInput,
  ) {
    return toWorkflowPayload(await this.service.update(viewer, workflowId, input));
  }

  @Mutation(() => DeletePayload)
  async deleteWorkflow(@CurrentViewer() viewer: Viewer, @Args('id', id) workflowId: string) {
    return { deletedId: await this.service.delete(viewer, workflowId) };
  }

  @Mutation(() => WorkflowPayload)
  async publishWorkflow(@CurrentViewer() viewer: Viewer, @Args() args: PublishArgs) {
    return toWorkflowPayload(await this.service.publish(viewer, args.id, args.note ?? null));
  }

  @Mutation(() => WorkflowPayload)
  async archiveWorkflow(@CurrentViewer() viewer: Viewer, @Args('id', id) workflowId: string) {
    return toWorkflowPayload(await this.service.archive(viewer, workflowId));
  }

  @Mutation(() => WorkflowPayload)
  async duplicateWorkflow(@CurrentViewer() viewer: Viewer, @Args() args: DuplicateArgs) {
    return toWorkflowPayload(await this.service.duplicate(viewer, args.id, args.name ?? null));
  }
}
