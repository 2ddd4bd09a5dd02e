import { AuthResolver } from '../auth/auth.resolver.js';
import { CatalogueResolver } from '../catalogue/catalogue.resolver.js';
import { CollectionsResolver } from '../collections/collections.resolver.js';
import { DocumentsResolver } from '../documents/documents.resolver.js';
import { EventsResolver } from '../events/events.resolver.js';
import { ApprovalsResolver } from '../executions/approvals.resolver.js';
import { BulkResolver } from '../executions/bulk/bulk.resolver.js';
import { DecisionsResolver } from '../executions/decisions.resolver.js';
import { ExecutionFieldsResolver } from '../executions/execution-fields.resolver.js';
import { ExecutionsResolver } from '../executions/executions.resolver.js';
import { RerunsResolver } from '../executions/reruns/reruns.resolver.js';
import { SecretsResolver } from '../secrets/secrets.resolver.js';
import { UsersResolver } from '../users/users.resolver.js';
import { WorkflowFieldsResolver } from '../workflows/workflow-fields.resolver.js';
import { WorkflowsResolver } from '../workflows/workflows.resolver.js';

/** Every resolver, for making the schema without starting the application. */
export const RESOLVERS = [
  ApprovalsResolver,
  AuthResolver,
  BulkResolver,
  CatalogueResolver,
  CollectionsResolver,
  DecisionsResolver,
  DocumentsResolver,
  EventsResolver,
  ExecutionFieldsResolver,
  ExecutionsResolver,
  RerunsResolver,
  SecretsResolver,
  UsersResolver,
  WorkflowFieldsResolver,
  WorkflowsResolver,
];
