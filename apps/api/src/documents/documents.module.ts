import { Module } from '@nestjs/common';
import { CollectionsModule } from '../collections/collections.module.js';
import { ChunkPreviews } from './chunk-previews.js';
import { ContentSweeper } from './content-sweeper.js';
import { DocumentBlocks } from './document-blocks.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsResolver } from './documents.resolver.js';
import { DocumentsService } from './documents.service.js';
import { Uploads } from './uploads.js';

@Module({
  imports: [CollectionsModule],
  controllers: [DocumentsController],
  providers: [DocumentsResolver, DocumentsService, DocumentBlocks, ChunkPreviews, Uploads, ContentSweeper],
  exports: [DocumentsService],
})
export class DocumentsModule {}
