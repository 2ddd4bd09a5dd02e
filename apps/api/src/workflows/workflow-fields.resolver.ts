import { checkDefinition } from '#definition';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CollectionModel } from '../collections/collection.model.js';
import { toCollectionModel } from '../collections/to-collection-model.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ProblemModel } from '../problems/problem.model.js';
import { toProblemModel } from '../problems/to-problem-model.js';
import { toVersionModel } from './to-workflow-model.js';
import { WorkflowModel } from './workflow.model.js';
import { WorkflowVersionModel } from './workflow-version.model.js';

/** What a workflow shows beyond its own row, read only when asked for. */
@Resolver(() => WorkflowModel)
export class WorkflowFieldsResolver {
  @ResolveField(() => CollectionModel, { nullable: true })
  async collection(@Parent() { collectionId }: WorkflowModel, @Context() { loaders }: RequestContext) {
    const collection = collectionId && (await loaders.collections.load(collectionId));
    return collection ? toCollectionModel(collection) : null;
  }

  @ResolveField(() => WorkflowVersionModel, { nullable: true })
  async publishedVersion(
    @Parent() { publishedVersionId }: WorkflowModel,
    @Context() { loaders }: RequestContext,
  ) {
    const version = publishedVersionId && (await loaders.versions.load(publishedVersionId));
    return version ? toVersionModel(version) : null;
  }

  @ResolveField(() => [ProblemModel], { description: 'What is wrong with the draft.' })
  problems(@Parent() { definition }: WorkflowModel): ProblemModel[] {
    return checkDefinition(definition).problems.map(toProblemModel);
  }
}
