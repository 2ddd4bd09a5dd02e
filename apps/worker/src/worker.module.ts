import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { createStepImplementations } from '#documents';
import type { Stores } from '#documents';
import {
  ChildExecutions,
  ExecutionRecorder,
  ExecutionsRepository,
  PersistenceModule,
  PostgresStores,
  SecretsRepository,
} from '#persistence';
import { ACTIVITIES, activities } from './activities/activities.js';
import type { Settings } from './config.js';
import { HealthServer } from './health/health-server.js';
import { LOG } from './logging/log.js';
import type { Log } from './logging/log.js';
import { Reconciler } from './reconciler/reconciler.js';
import { secretStore } from './secret-store.js';
import { SETTINGS } from './settings.js';
import { StoredSubWorkflows } from './sub-workflows/sub-workflows.js';
import { TemporalWorkers } from './temporal/temporal-workers.js';
import { WorkerProcess } from './worker-process.js';
import { providerSettings } from './provider-settings.js';

/** The worker: Temporal workers over the steps, the recorder and the stores. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, log: Log): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PersistenceModule.forUrl(settings.DATABASE_URL, {
          applicationName: 'sluice-worker',
          poolSize: settings.SLUICE_DATABASE_CONNECTIONS,
        }),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOG, useValue: log },
        {
          provide: ACTIVITIES,
          useFactory: (
            recorder: ExecutionRecorder,
            stores: Stores,
            children: ChildExecutions,
            executions: ExecutionsRepository,
            secrets: SecretsRepository,
          ) =>
            activities(
              recorder,
              stores,
              createStepImplementations(
                providerSettings(settings),
                {
                  allowedOrigins: settings.SLUICE_HTTP_ORIGINS ?? [],
                  secrets: secretStore(settings, secrets),
                },
                { timeoutMs: settings.SLUICE_DOCUMENT_SECONDS * 1_000 },
              ),
              new StoredSubWorkflows(children, executions, stores.artifacts),
            ),
          inject: [
            ExecutionRecorder,
            PostgresStores,
            ChildExecutions,
            ExecutionsRepository,
            SecretsRepository,
          ],
        },
        TemporalWorkers,
        Reconciler,
        HealthServer,
        WorkerProcess,
      ],
    };
  }
}
