import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { PageArgs } from '../graphql/page.args.js';
import { toConnection, windowOf } from '../graphql/page.js';
import type { RequestContext } from '../graphql/request-context.js';
import {
  CollectionConnection,
  CollectionModel,
  CollectionPayload,
  CreateCollectionInput,
} from './collection.model.js';
import { CollectionsService } from './collections.service.js';
import { toCollectionModel } from './to-collection-model.js';

@Resolver(() => CollectionModel)
export class CollectionsResolver {
  constructor(private readonly service: CollectionsService) {}

  @Query(() => CollectionConnection)
  async collections(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return toConnection(await this.service.list(viewer, windowOf(page)), toCollectionModel);
  }

  @Mutation(() => CollectionPayload)
  async createCollection(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateCollectionInput) {
    return { collection: toCollectionModel(await this.service.create(viewer, input)), problems: [] };
  }

  @ResolveField(() => Int)
  documentCount(@Parent() { id }: CollectionModel, @Context() { loaders }: RequestContext): Promise<number> {
    return loaders.documentCounts.load(id);
  }
}
