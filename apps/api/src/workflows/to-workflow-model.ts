import type { Workflow, WorkflowVersion } from '#persistence';
import { WorkflowStatus } from './workflow.model.js';
import type { WorkflowModel } from './workflow.model.js';
import type { WorkflowVersionModel } from './workflow-version.model.js';

const STATUSES = {
  draft: WorkflowStatus.DRAFT,
  published: WorkflowStatus.PUBLISHED,
  archived: WorkflowStatus.ARCHIVED,
} as const;

export function toWorkflowModel(workflow: Workflow): WorkflowModel {
  return {
    id: workflow.id,
    name: workflow.name,
    description: workflow.description,
    status: STATUSES[workflow.status],
    version: workflow.version,
    tags: workflow.tags,
    definition: workflow.definition,
    createdAt: workflow.createdAt,
    updatedAt: workflow.updatedAt,
    publishedAt: workflow.publishedAt,
    collectionId: workflow.collectionId,
    publishedVersionId: workflow.publishedVersionId,
  };
}

export function toVersionModel(version: WorkflowVersion): WorkflowVersionModel {
  return {
    id: version.id,
    number: version.number,
    definition: version.definition,
    definitionHash: version.definitionHash,
    note: version.note,
    createdAt: version.createdAt,
  };
}
