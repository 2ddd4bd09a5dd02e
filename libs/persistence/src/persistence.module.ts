import { Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PostgresArtifactStore } from './artifacts/postgres-artifact-store.js';
import { CollectionsRepository } from './collections/collections.repository.js';
import { createDataSource } from './data-source.js';
import type { DatabaseSettings } from './data-source.js';
import { Database } from './database.js';
import { DocumentIntake } from './documents/document-intake.js';
import { DocumentsRepository } from './documents/documents.repository.js';
import { ExecutionEventsRepository } from './events/execution-events.repository.js';
import { ApprovalsRepository } from './executions/approvals.repository.js';
import { ChildExecutions } from './executions/child-executions.js';
import { EarlierSteps } from './executions/earlier-steps.js';
import { ExecutionStepsRepository } from './executions/execution-steps.repository.js';
import { ExecutionValuesRepository } from './executions/execution-values.repository.js';
import { ExecutionsRepository } from './executions/executions.repository.js';
import { OpenExecutions } from './executions/open-executions.js';
import { RowResults } from './executions/row-results.js';
import { PostgresStores } from './postgres-stores.js';
import { ExecutionRecorder } from './recorder/execution-recorder.js';
import { ExecutionRewriter } from './recorder/execution-rewriter.js';
import { SecretsRepository } from './secrets/secrets.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { UsersRepository } from './users/users.repository.js';
import { VersionsRepository } from './versions/versions.repository.js';
import { WorkflowsRepository } from './workflows/workflows.repository.js';

/** What steps and the engine write through; reads for clients go through the repositories. */
const stores = [DocumentIntake, ExecutionRecorder, ExecutionRewriter, PostgresArtifactStore, PostgresStores];

const repositories = [
  ApprovalsRepository,
  ChildExecutions,
  CollectionsRepository,
  Database,
  DocumentsRepository,
  EarlierSteps,
  ExecutionEventsRepository,
  ExecutionStepsRepository,
  ExecutionValuesRepository,
  ExecutionsRepository,
  OpenExecutions,
  RowResults,
  SecretsRepository,
  SessionsRepository,
  UsersRepository,
  VersionsRepository,
  WorkflowsRepository,
];

/** Ends the pool when everything that uses it has stopped. */
@Injectable()
class ClosesDataSource implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Repositories and stores for a Nest application, on one pool that is connected when the module is made. */
@Module({})
export class PersistenceModule {
  static forUrl(url: string, settings: DatabaseSettings = {}): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => createDataSource(url, settings).initialize() },
        ClosesDataSource,
        ...stores,
        ...repositories,
      ],
      exports: [DataSource, ...stores, ...repositories],
    };
  }
}
