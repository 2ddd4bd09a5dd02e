import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { ApprovalsResolver } from './approvals.resolver.js';
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
  providers: [
    ApprovalsResolver,
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
    RerunVersions,
    Reruns,
    RerunsResolver,
  ],
  exports: [ExecutionsService, ExecutionPresenter],
})
export class ExecutionsModule {}
