import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExecutionsRepository, ExecutionValuesRepository } from '#persistence';
import { JsonScalar } from '../graphql/json.scalar.js';
import { toConnection, toConnectionBy, windowOf } from '../graphql/page.js';
import { PageArgs } from '../graphql/page.args.js';
import type { RequestContext } from '../graphql/request-context.js';
import { toWorkflowModel } from '../workflows/to-workflow-model.js';
import { WorkflowModel } from '../workflows/workflow.model.js';
import { ExecutionConditionConnection } from './execution-condition.model.js';
import { conditionCursor, variableCursor } from './execution-cursors.js';
import { ExecutionConditionsArgs, ExecutionVariablesArgs } from './execution.args.js';
import { ExecutionConnection, ExecutionModel } from './execution.model.js';
import { ExecutionPresenter } from './execution-presenter.js';
import { ExecutionStepModel } from './execution-step.model.js';
import { ExecutionVariableConnection } from './execution-variable.model.js';
import { toStepModel } from './to-step-model.js';
import { toConditionModel, toVariableModel } from './to-value-models.js';

/** What an execution shows beyond its own row, read only when asked for. */
@Resolver(() => ExecutionModel)
export class ExecutionFieldsResolver {
  constructor(
    private readonly executions: ExecutionsRepository,
    private readonly values: ExecutionValuesRepository,
    private readonly presenter: ExecutionPresenter,
  ) {}

  @ResolveField(() => WorkflowModel, { nullable: true, description: 'Null when it was deleted.' })
  async workflow(@Parent() { workflowId }: ExecutionModel, @Context() { loaders }: RequestContext) {
    const workflow = workflowId && (await loaders.workflows.load(workflowId));
    return workflow ? toWorkflowModel(workflow) : null;
  }

  @ResolveField(() => JsonScalar, { description: 'The definition this execution runs.' })
  definition(@Parent() { definition }: ExecutionModel): unknown {
    return definition;
  }

  @ResolveField(() => [ExecutionStepModel], {
    description:
      'Every attempt of every step and every round so far. Of an execution with more than a thousand of them, those outside of loops and those that have not ended: `stepsOmitted` says how many are left out, `executionSteps` gives them.',
  })
  async steps(@Parent() { id }: ExecutionModel, @Context() { loaders }: RequestContext) {
    return (await loaders.steps.load(id)).map(toStepModel);
  }

  @ResolveField(() => Int, { description: 'How many attempts and rounds `steps` leaves out.' })
  async stepsOmitted(@Parent() { id, stepRows }: ExecutionModel, @Context() { loaders }: RequestContext) {
    return Math.max(0, stepRows - (await loaders.steps.load(id)).length);
  }

  @ResolveField(() => ExecutionVariableConnection, {
    description: 'Current values, by scope instance and name.',
  })
  async variables(
    @Parent() { id }: ExecutionModel,
    @Args() { scopePath, first, after }: ExecutionVariablesArgs,
  ) {
    const window = { first: first ?? 50, after: variableCursor.decode(after) };
    const page = await this.values.variables(id, scopePath ?? null, window);
    return toConnectionBy(page, toVariableModel, variableCursor.encode);
  }

  @ResolveField(() => ExecutionConditionConnection, {
    description: 'Every decision, in the order they were made.',
  })
  async conditions(
    @Parent() { id }: ExecutionModel,
    @Args() { path, first, after }: ExecutionConditionsArgs,
  ) {
    const window = { first: first ?? 50, after: conditionCursor.decode(after) };
    const page = await this.values.decisions(id, path ?? null, window);
    return toConnectionBy(page, toConditionModel, conditionCursor.encode);
  }

  @ResolveField(() => ExecutionModel, {
    nullable: true,
    description: 'The execution whose `sub_workflow` step it runs for.',
  })
  async parent(@Parent() { parentExecutionId }: ExecutionModel, @Context() { loaders }: RequestContext) {
    const parent = parentExecutionId && (await loaders.executions.load(parentExecutionId));
    return parent ? this.presenter.model(parent) : null;
  }

  @ResolveField(() => ExecutionModel, {
    nullable: true,
    description: 'The execution it is a rerun of; null when that was deleted.',
  })
  async rerunOf(@Parent() { rerunOfId }: ExecutionModel, @Context() { loaders }: RequestContext) {
    const earlier = rerunOfId && (await loaders.executions.load(rerunOfId));
    return earlier ? this.presenter.model(earlier) : null;
  }

  @ResolveField(() => ExecutionConnection, {
    description: 'Executions that run for steps of this one, newest first.',
  })
  async children(@Parent() { id }: ExecutionModel, @Args() args: PageArgs) {
    return toConnection(await this.executions.children(id, windowOf(args)), this.presenter.model);
  }
}
