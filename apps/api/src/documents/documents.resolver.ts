import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { DeletePayload } from '../graphql/delete.payload.js';
import { toConnection, windowOf } from '../graphql/page.js';
import { ChunkPreviewModel } from './chunk-preview.model.js';
import { ChunkPreviews } from './chunk-previews.js';
import { BlocksArgs, DocumentsArgs, PreviewChunksArgs } from './document.args.js';
import { DocumentBlock, DocumentConnection, DocumentModel } from './document.model.js';
import { DocumentBlocks } from './document-blocks.js';
import { DocumentsService } from './documents.service.js';
import { toDocumentModel } from './to-document-model.js';

@Resolver(() => DocumentModel)
export class DocumentsResolver {
  constructor(
    private readonly service: DocumentsService,
    private readonly documentBlocks: DocumentBlocks,
    private readonly chunkPreviews: ChunkPreviews,
  ) {}

  @Query(() => DocumentConnection)
  async documents(@CurrentViewer() viewer: Viewer, @Args() args: DocumentsArgs) {
    return toConnection(
      await this.service.list(viewer, args.collectionId ?? null, windowOf(args)),
      toDocumentModel,
    );
  }

  @Query(() => DocumentModel)
  async document(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return toDocumentModel(await this.service.get(viewer, id));
  }

  @Query(() => ChunkPreviewModel, {
    description:
      'How a chunking step with these settings would cut a document of yours; nothing is kept of it but its text.',
  })
  async previewChunks(
    @CurrentViewer() viewer: Viewer,
    @Args() { documentId, configuration, first }: PreviewChunksArgs,
  ): Promise<ChunkPreviewModel> {
    return this.chunkPreviews.of(await this.service.get(viewer, documentId), configuration ?? {}, first);
  }

  @Mutation(() => DeletePayload)
  async deleteDocument(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return { deletedId: await this.service.delete(viewer, id) };
  }

  @ResolveField(() => [DocumentBlock], {
    description:
      'What a reader made of it: the blocks that overlap the given character range, all when no range is given (at most 500).',
  })
  blocks(@Parent() { id }: DocumentModel, @Args() range: BlocksArgs): Promise<readonly DocumentBlock[]> {
    return this.documentBlocks.of(id, range.start ?? 0, range.end ?? Number.MAX_SAFE_INTEGER);
  }
}
