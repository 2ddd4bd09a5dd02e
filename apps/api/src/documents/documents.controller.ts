import { Controller, Get, HttpStatus, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { attachment } from './attachment.js';
import { DocumentsService } from './documents.service.js';
import { Uploads } from './uploads.js';
import type { UploadAnswer } from './uploads.js';

@Controller('api/v1')
export class DocumentsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly documents: DocumentsService,
  ) {}

  /** Multipart: `files`, and `collectionId` before them when they go into a collection. */
  @Post('uploads')
  upload(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadAnswer> {
    response.status(HttpStatus.CREATED);
    return this.uploads.receive(viewer, request, response);
  }

  /** The original bytes, as a download that no browser shows or runs. */
  @Get('documents/:id/content')
  async content(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const document = await this.documents.get(viewer, id);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(this.documents.content(document), {
      type: 'application/octet-stream',
      disposition: attachment(document.name),
      length: document.bytes,
    });
  }
}
