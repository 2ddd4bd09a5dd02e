import { Artifact } from './artifacts/artifact.entity.js';
import { ChunkRow } from './chunks/chunk.entity.js';
import { ChunkSetRow } from './chunks/chunk-set.entity.js';
import { ChunkVectorRow } from './chunks/chunk-vector.entity.js';
import { Collection } from './collections/collection.entity.js';
import { Blob } from './documents/blob.entity.js';
import { BlobPart } from './documents/blob-part.entity.js';
import { Document } from './documents/document.entity.js';
import { ExtractionRow } from './documents/extraction.entity.js';
import { ExecutionEventRow } from './events/execution-event.entity.js';
import { WorkflowCondition } from './executions/workflow-condition.entity.js';
import { WorkflowExecution } from './executions/workflow-execution.entity.js';
import { WorkflowStep } from './executions/workflow-step.entity.js';
import { WorkflowVariable } from './executions/workflow-variable.entity.js';
import { Secret } from './secrets/secret.entity.js';
import { Session } from './sessions/session.entity.js';
import { User } from './users/user.entity.js';
import { WorkflowVersion } from './versions/workflow-version.entity.js';
import { Workflow } from './workflows/workflow.entity.js';

/** Every table, by name: no globs, so that what is loaded is what is written here. */
export const entities = [
  User,
  Session,
  Collection,
  Blob,
  BlobPart,
  Document,
  ExtractionRow,
  ChunkSetRow,
  ChunkRow,
  ChunkVectorRow,
  Artifact,
  Workflow,
  WorkflowVersion,
  WorkflowExecution,
  WorkflowStep,
  WorkflowVariable,
  WorkflowCondition,
  ExecutionEventRow,
  Secret,
];
