import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PersistenceModule } from '#persistence';
import { AuthModule } from './auth/auth.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CollectionsModule } from './collections/collections.module.js';
import type { Settings } from './config.js';
import { DocumentsModule } from './documents/documents.module.js';
import { ProblemDetailsFilter } from './errors/problem-details.filter.js';
import { EventsModule } from './events/events.module.js';
import { ExecutionsModule } from './executions/executions.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { SecretsModule } from './secrets/secrets.module.js';
import { SettingsModule } from './settings.js';
import { StartupModule } from './startup/startup.module.js';
import { UsersModule } from './users/users.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        LoggingModule,
        PersistenceModule.forUrl(settings.DATABASE_URL, { applicationName: 'sluice-api' }),
        AuthModule,
        UsersModule,
        CatalogueModule,
        WorkflowsModule,
        CollectionsModule,
        DocumentsModule,
        SecretsModule,
        ExecutionsModule,
        EventsModule,
        HealthModule,
        GraphqlModule,
        StartupModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemDetailsFilter }],
    };
  }
}
