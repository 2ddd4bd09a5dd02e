import { Module } from '@nestjs/common';
import { CollectionsResolver } from './collections.resolver.js';
import { CollectionsService } from './collections.service.js';

@Module({ providers: [CollectionsResolver, CollectionsService], exports: [CollectionsService] })
export class CollectionsModule {}
