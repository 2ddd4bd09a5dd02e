import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { Administrator } from './administrator.js';
import { LocalToken } from './local-token.js';
import { Sample } from './sample.js';
import { Startup } from './startup.js';

@Module({
  imports: [AuthModule, WorkflowsModule],
  providers: [Administrator, LocalToken, Sample, Startup],
  exports: [LocalToken],
})
export class StartupModule {}
