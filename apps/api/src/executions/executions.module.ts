import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { ExecutionControl } from './execution-control.js';
import { ExecutionFieldsResolver } from './execution-fields.resolver.js';
import { ExecutionPresenter } from './execution-presenter.js';
import { ExecutionStarter } from './execution-starter.js';
import { ExecutionSweeper } from './execution-sweeper.js';
import { ExecutionsResolver } from './executions.resolver.js';
import { ExecutionsService } from './executions.service.js';

@Module({
  imports: [WorkflowsModule, DocumentsModule, TemporalModule],
  providers: [
    ExecutionControl,
    ExecutionFieldsResolver,
    ExecutionPresenter,
    ExecutionStarter,
    ExecutionSweeper,
    ExecutionsResolver,
    ExecutionsService,
  ],
  exports: [ExecutionsService, ExecutionPresenter],
})
export class ExecutionsModule {}
