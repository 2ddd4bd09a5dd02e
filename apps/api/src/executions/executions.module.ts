import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { ApprovalsResolver } from './approvals.resolver.js';
import { BulkResolver } from './bulk/bulk.resolver.js';
import { BulkResults } from './bulk/bulk-results.js';
import { BulkResultsController } from './bulk/bulk-results.controller.js';
import { BulkRows } from './bulk/bulk-rows.js';
import { BulkRuns } from './bulk/bulk-runs.service.js';
import { GivenRows } from './bulk/given-rows.js';
import { TableOfInputs } from './bulk/table-of-inputs.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { EngineCalls } from './engine-calls.js';
import { ExecutionControl } from './execution-control.js';
import { ExecutionDecisions } from './execution-decisions.js';
import { ExecutionFieldsResolver } from './execution-fields.resolver.js';
import { ExecutionPresenter } from './execution-presenter.js';
import { ExecutionLaunch } from './execution-launch.js';
import { ExecutionStarter } from './execution-starter.js';
import { ExecutionStarts } from './execution-starts.js';
import { ExecutionSweeper } from './execution-sweeper.js';
import { ExecutionsResolver } from './executions.resolver.js';
import { ExecutionsService } from './executions.service.js';
import { RerunVersions } from './reruns/rerun-versions.js';
import { RerunsResolver } from './reruns/reruns.resolver.js';
import { Reruns } from './reruns/reruns.service.js';

@Module({
  imports: [WorkflowsModule, DocumentsModule, TemporalModule],
  controllers: [BulkResultsController],
  providers: [
    ApprovalsResolver,
    BulkResolver,
    BulkResults,
    BulkRows,
    BulkRuns,
    DecisionsResolver,
    EngineCalls,
    ExecutionControl,
    ExecutionDecisions,
    ExecutionFieldsResolver,
    ExecutionLaunch,
    ExecutionPresenter,
    ExecutionStarter,
    ExecutionStarts,
    ExecutionSweeper,
    ExecutionsResolver,
    ExecutionsService,
    GivenRows,
    RerunVersions,
    Reruns,
    RerunsResolver,
    TableOfInputs,
  ],
  exports: [ExecutionsService, ExecutionPresenter],
})
export class ExecutionsModule {}
