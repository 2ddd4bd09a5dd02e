import { Injectable } from '@nestjs/common';
import { checkDefinition, definitionHash } from '#definition';
import type { Problem } from '#definition';
import { VersionsRepository, WorkflowsRepository } from '#persistence';
import type { Page, Window, Workflow, WorkflowChange, WorkflowFilterBy, WorkflowVersion } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { CollectionsService } from '../collections/collections.service.js';
import { ApiError, notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';
import { callProblem } from '../problems/to-problem-model.js';
import { copyName } from './copy-name.js';
import type { CreateWorkflowInput, UpdateWorkflowInput } from './workflow.input.js';

/** What came of a change: problems of severity error with no workflow mean that nothing was saved. */
export interface WorkflowOutcome {
  readonly workflow: Workflow | null;
  readonly problems: readonly Problem[];
}

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly workflows: WorkflowsRepository,
    private readonly versions: VersionsRepository,
    private readonly collections: CollectionsService,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async get(viewer: Viewer, id: string): Promise<Workflow> {
    const workflow = isUuid(id) ? await this.workflows.find(viewer.id, id) : null;
    if (!workflow) throw notFound('workflow');
    return workflow;
  }

  list(viewer: Viewer, filter: WorkflowFilterBy, window: Window): Promise<Page<Workflow>> {
    return this.workflows.list(viewer.id, filter, window);
  }

  async listVersions(viewer: Viewer, workflowId: string): Promise<readonly WorkflowVersion[]> {
    const { id } = await this.get(viewer, workflowId);
    return this.versions.list(id);
  }

  /** A definition with errors is kept as a draft; one that cannot be read is not. */
  async create(viewer: Viewer, input: CreateWorkflowInput): Promise<WorkflowOutcome> {
    const { definition, problems } = checkDefinition(input.definition);
    if (!definition) return { workflow: null, problems };
    if (input.collectionId != null) await this.collections.get(viewer, input.collectionId);
    const workflow = await this.workflows.insert({
      name: input.name.trim(),
      description: input.description ?? '',
      userId: viewer.id,
      collectionId: input.collectionId ?? null,
      definition,
      tags: input.tags ?? [],
    });
    return workflow ? { workflow, problems } : { workflow: null, problems: [nameTaken(input.name)] };
  }

  /** Fields that are not given stay as they are; `collectionId: null` takes the collection away. */
  async update(viewer: Viewer, id: string, input: UpdateWorkflowInput): Promise<WorkflowOutcome> {
    await this.get(viewer, id);
    const read = input.definition == null ? null : checkDefinition(input.definition);
    if (read && !read.definition) return { workflow: null, problems: read.problems };
    if (input.collectionId != null) await this.collections.get(viewer, input.collectionId);
    const change: WorkflowChange = {
      ...(input.name != null && { name: input.name.trim() }),
      ...(input.description != null && { description: input.description }),
      ...(input.tags != null && { tags: input.tags }),
      ...(input.collectionId !== undefined && { collectionId: input.collectionId }),
      ...(read?.definition && { definition: read.definition }),
    };
    switch (await this.workflows.update(viewer.id, id, change, input.expectedVersion ?? null)) {
      case 'missing':
        throw notFound('workflow');
      case 'changed':
        throw new ApiError('CONFLICT', 'The workflow was changed meanwhile. Load it again.', {
          path: '/expectedVersion',
        });
      case 'name-taken':
        return { workflow: null, problems: [nameTaken(input.name ?? '')] };
      case 'updated':
        return this.current(viewer, id);
    }
  }

  /** Refused with its problems when the draft has errors. */
  async publish(viewer: Viewer, id: string, note: string | null): Promise<WorkflowOutcome> {
    const workflow = await this.get(viewer, id);
    const { definition, valid, problems } = checkDefinition(workflow.definition);
    if (!definition || !valid) return { workflow: null, problems };
    const outcome = await this.versions.publish(viewer.id, id, {
      definition,
      definitionHash: definitionHash(definition),
      draft: workflow.version,
      note,
    });
    switch (outcome) {
      case 'missing':
        throw notFound('workflow');
      case 'changed':
        throw new ApiError('CONFLICT', 'The workflow was changed meanwhile. Publish it again.');
      case 'published':
        return { workflow: await this.get(viewer, id), problems };
    }
  }

  async archive(viewer: Viewer, id: string): Promise<WorkflowOutcome> {
    await this.get(viewer, id);
    await this.workflows.archive(viewer.id, id);
    return this.current(viewer, id);
  }

  /** A draft of its own with the same definition, collection and tags. */
  async duplicate(viewer: Viewer, id: string, name: string | null): Promise<WorkflowOutcome> {
    const { name: original, description, collectionId, definition, tags } = await this.get(viewer, id);
    const taken = name === null ? await this.workflows.namesLike(viewer.id, original) : [];
    const copy = name?.trim() ?? copyName(original, new Set(taken));
    const workflow = await this.workflows.insert({
      name: copy,
      description,
      userId: viewer.id,
      collectionId,
      definition,
      tags,
    });
    if (!workflow) return { workflow: null, problems: [nameTaken(copy)] };
    return { workflow, problems: checkDefinition(definition).problems };
  }

  /** @throws ApiError CONFLICT while executions of it have not ended. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    const outcome = isUuid(id) ? await this.workflows.delete(viewer.id, id) : 'missing';
    if (outcome === 'missing') throw notFound('workflow');
    if (outcome === 'open')
      throw new ApiError('CONFLICT', 'Executions of the workflow have not ended. Cancel them first.');
    return id;
  }

  private async current(viewer: Viewer, id: string): Promise<WorkflowOutcome> {
    const workflow = await this.get(viewer, id);
    return { workflow, problems: checkDefinition(workflow.definition).problems };
  }
}

function nameTaken(name: string): Problem {
  return callProblem(
    'NAME_TAKEN',
    '/name',
    `There is already a workflow named "${name.trim()}". Choose another name.`,
  );
}
