import { Module } from '@nestjs/common';
import { CollectionsModule } from '../collections/collections.module.js';
import { WorkflowFieldsResolver } from './workflow-fields.resolver.js';
import { WorkflowsResolver } from './workflows.resolver.js';
import { WorkflowsService } from './workflows.service.js';

@Module({
  imports: [CollectionsModule],
  providers: [WorkflowsResolver, WorkflowFieldsResolver, WorkflowsService],
  exports: [WorkflowsService],
})
export class WorkflowsModule {}
