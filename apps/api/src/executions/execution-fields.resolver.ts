import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';
import type { RequestContext } from '../graphql/request-context.js';
import { toWorkflowModel } from '../workflows/to-workflow-model.js';
import { WorkflowModel } from '../workflows/workflow.model.js';
import { ExecutionModel } from './execution.model.js';
import { ExecutionStepModel } from './execution-step.model.js';
import { toStepModel } from './to-execution-model.js';

/** What an execution shows beyond its own row, read only when asked for. */
@Resolver(() => ExecutionModel)
export class ExecutionFieldsResolver {
  @ResolveField(() => WorkflowModel, { nullable: true, description: 'Null when it was deleted.' })
  async workflow(@Parent() { workflowId }: ExecutionModel, @Context() { loaders }: RequestContext) {
    const workflow = workflowId && (await loaders.workflows.load(workflowId));
    return workflow ? toWorkflowModel(workflow) : null;
  }

  @ResolveField(() => JsonScalar, { description: 'The definition this execution runs.' })
  definition(@Parent() { definition }: ExecutionModel): unknown {
    return definition;
  }

  @ResolveField(() => [ExecutionStepModel], { description: 'Every attempt of every step so far.' })
  async steps(@Parent() { id }: ExecutionModel, @Context() { loaders }: RequestContext) {
    return (await loaders.steps.load(id)).map(toStepModel);
  }
}
