import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AuthModule } from '../auth/auth.module.js';
import type { ViewerRequest } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { RequestRates } from '../limits/rate-limit.js';
import { SETTINGS } from '../settings.js';
import { costPlugin, statusPlugin } from './apollo-plugins.js';
import { GraphqlErrors } from './graphql-errors.js';
import { limitRules } from './query-limits.js';
import type { RequestContext } from './request-context.js';
import { LoadersFactory } from './request-loaders.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { SubscriptionServer } from './subscription-server.js';

@Global()
@Module({ providers: [GraphqlErrors, LoadersFactory], exports: [GraphqlErrors, LoadersFactory] })
export class GraphqlSupportModule {}

function apolloOptions(
  settings: Settings,
  errors: GraphqlErrors,
  loaders: LoadersFactory,
): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: SCHEMA_OPTIONS,
    path: '/graphql',
    graphiql: false,
    introspection: settings.NODE_ENV !== 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: settings.NODE_ENV === 'production',
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: settings.SLUICE_QUERY_TOKENS },
    validationRules: [...limitRules(settings)],
    plugins: [costPlugin(settings.SLUICE_QUERY_COST), statusPlugin()],
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    formatError: (_formatted, error) => errors.format(error),
    context: ({ req }: { req: ViewerRequest }): RequestContext => {
      const viewer = req.viewer ?? null;
      return { req, viewer, loaders: loaders.create(viewer) };
    },
  };
}

/** GraphQL over HTTP (Apollo) and over sockets (graphql-ws), on the same schema and limits. */
@Module({
  imports: [
    GraphqlSupportModule,
    AuthModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [SETTINGS, GraphqlErrors, LoadersFactory],
      useFactory: apolloOptions,
    }),
  ],
  providers: [SubscriptionServer, RequestRates],
})
export class GraphqlModule {}
