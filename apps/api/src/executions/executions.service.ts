import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Problem, Reference } from '#definition';
import {
  ExecutionEventsRepository,
  ExecutionsRepository,
  PostgresStores,
  VersionsRepository,
} from '#persistence';
import type {
  ExecutionEventRow,
  ExecutionFilterBy,
  ExecutionPulse,
  Page,
  Window,
  Workflow,
  WorkflowExecution,
  WorkflowVersion,
} from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { DocumentsService } from '../documents/documents.service.js';
import { ApiError, notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';
import { callProblem } from '../problems/to-problem-model.js';
import { SETTINGS } from '../settings.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { checkInputs } from './check-inputs.js';
import { declarationsOf } from './declarations-of.js';
import type { StartExecutionInput } from './execution.input.js';
import { ExecutionStarter } from './execution-starter.js';
import { engineAway } from './engine-problems.js';

export interface ExecutionOutcome {
  readonly execution: WorkflowExecution | null;
  readonly problems: readonly Problem[];
}

@Injectable()
export class ExecutionsService {
  constructor(
    private readonly executions: ExecutionsRepository,
    private readonly log: ExecutionEventsRepository,
    private readonly versions: VersionsRepository,
    private readonly workflows: WorkflowsService,
    private readonly documents: DocumentsService,
    private readonly starter: ExecutionStarter,
    private readonly stores: PostgresStores,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async get(viewer: Viewer, id: string): Promise<WorkflowExecution> {
    const execution = isUuid(id) ? await this.executions.find(viewer.id, id) : null;
    if (!execution) throw notFound('execution');
    return execution;
  }

  /** Whether it has moved on. @throws ApiError NOT_FOUND, also for somebody else's. */
  async pulse(viewer: Viewer, id: string): Promise<ExecutionPulse> {
    const pulse = isUuid(id) ? await this.executions.pulse(viewer.id, id) : null;
    if (!pulse) throw notFound('execution');
    return pulse;
  }

  /** @throws ApiError NOT_FOUND for a workflow that is not the viewer's. */
  async list(viewer: Viewer, filter: ExecutionFilterBy, window: Window): Promise<Page<WorkflowExecution>> {
    if (filter.workflowId != null) await this.workflows.get(viewer, filter.workflowId);
    return this.executions.list(viewer.id, filter, window);
  }

  async events(
    viewer: Viewer,
    id: string,
    after: number,
    first: number,
  ): Promise<readonly ExecutionEventRow[]> {
    await this.pulse(viewer, id);
    return this.log.after(id, after, first);
  }

  /**
   * Writes the execution first and starts it then. When Temporal does not answer, the execution stays
   * pending and is started as soon as it does; the problem says so.
   */
  async start(viewer: Viewer, input: StartExecutionInput): Promise<ExecutionOutcome> {
    const known = input.idempotencyKey
      ? await this.executions.findByKey(viewer.id, input.idempotencyKey)
      : null;
    if (known) return this.started(known);
    const workflow = await this.workflows.get(viewer, input.workflowId);
    const version = await this.publishedVersion(workflow);
    if (!version)
      return refused(
        callProblem('NOT_PUBLISHED', '/workflowId', 'The workflow is not published. Publish it first.'),
      );
    const documentIds = [...new Set(input.documentIds ?? [])];
    const { values, problems } = checkInputs(declarationsOf(version), input.input, documentIds.length > 0);
    const strange = await this.strangeDocuments(viewer, documentIds);
    if (problems.length > 0 || strange.length > 0) return refused(...problems, ...strange);
    await this.checkOpen(viewer);
    const execution = await this.executions.insert({
      id: randomUUID(),
      userId: viewer.id,
      workflowId: workflow.id,
      versionId: version.id,
      version: version.number,
      definitionHash: version.definitionHash,
      executionName: input.name?.trim() ?? workflow.name,
      executionGraph: version.definition,
      inputData: values,
      documents: await this.reference(documentIds),
      idempotencyKey: input.idempotencyKey ?? null,
    });
    if (execution) return this.started(execution);
    const twin = await this.executions.findByKey(viewer.id, input.idempotencyKey ?? '');
    if (!twin)
      throw new ApiError('CONFLICT', 'Another request with this idempotency key is under way. Try again.');
    return this.started(twin);
  }

  private async started(execution: WorkflowExecution): Promise<ExecutionOutcome> {
    if (execution.status !== 'pending') return { execution, problems: [] };
    const problems = await engineAway(() => this.starter.start(execution), {
      severity: 'warning',
      message: 'The workflow engine does not answer. The execution is kept and starts when it does.',
    });
    return { execution, problems };
  }

  private async publishedVersion(workflow: Workflow): Promise<WorkflowVersion | null> {
    if (workflow.status !== 'published' || workflow.publishedVersionId === null) return null;
    return this.versions.find(workflow.publishedVersionId);
  }

  private async strangeDocuments(viewer: Viewer, ids: readonly string[]): Promise<readonly Problem[]> {
    if (ids.length === 0) return [];
    const strange = new Set(await this.documents.strange(viewer, ids));
    return ids.flatMap((id, index) =>
      strange.has(id)
        ? [callProblem('NOT_FOUND', `/documentIds/${index}`, 'There is no such document.')]
        : [],
    );
  }

  private async checkOpen(viewer: Viewer): Promise<void> {
    const maximum = this.settings.SLUICE_OPEN_EXECUTIONS_PER_USER;
    if ((await this.executions.countOpen(viewer.id)) < maximum) return;
    throw new ApiError('RATE_LIMITED', `At most ${maximum} executions may be open at a time.`, {
      retryAfter: 30,
    });
  }

  private async reference(documentIds: readonly string[]): Promise<Reference | null> {
    if (documentIds.length === 0) return null;
    return this.stores.artifacts.put('documents', documentIds.length, { documentIds });
  }
}

function refused(...problems: readonly Problem[]): ExecutionOutcome {
  return { execution: null, problems };
}
