import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { BulkSettings, JsonObject, Problem, Reference } from '#definition';
import type { Plan } from '#definition/plan';
import { ExecutionsRepository, PostgresStores, VersionsRepository } from '#persistence';
import type { NewExecution, Workflow, WorkflowExecution, WorkflowVersion } from '#persistence';
import { RecentPlans } from '#temporal/contract';
import type { Viewer } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { DocumentsService } from '../documents/documents.service.js';
import { ApiError } from '../errors/api-error.js';
import { callProblem } from '../problems/to-problem-model.js';
import { SETTINGS } from '../settings.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { engineAway } from './engine-problems.js';
import { ExecutionStarter } from './execution-starter.js';
import type { ExecutionOutcome } from './executions.service.js';
import { planOf } from './plan-of.js';
import type { PlanOrProblems } from './plan-of.js';
import { requestHash } from './request-hash.js';

/** What somebody asks to run. */
export interface LaunchRequest {
  readonly workflowId: string;
  readonly documentIds?: readonly string[] | null;
  readonly name?: string | null;
  readonly idempotencyKey?: string | null;
  /** All else that is asked for: a key stands for it too. */
  readonly asked: unknown;
}

/** What is to be run, or what is wrong with it. */
export type Launchable =
  | { readonly inputData: JsonObject; readonly bulk?: BulkSettings }
  | { readonly problems: readonly Problem[] };

/** Looks at what was asked for, once it is known what the workflow takes. */
export type Look = (version: WorkflowVersion, hasDocuments: boolean) => Promise<Launchable> | Launchable;

/** Starts executions: of published workflows, and those that are put together elsewhere. */
@Injectable()
export class ExecutionLaunch {
  /** By version, which never changes: making a plan is a sixth of what a start costs the API. */
  private readonly plans = new RecentPlans();

  constructor(
    private readonly executions: ExecutionsRepository,
    private readonly versions: VersionsRepository,
    private readonly workflows: WorkflowsService,
    private readonly documents: DocumentsService,
    private readonly starter: ExecutionStarter,
    private readonly stores: PostgresStores,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Writes the execution first and starts it then. When Temporal does not answer, the execution stays
   * pending and is started as soon as it does; the problem says so.
   */
  async begin(viewer: Viewer, request: LaunchRequest, look: Look): Promise<ExecutionOutcome> {
    const { workflowId, asked } = request;
    const documentIds = [...new Set(request.documentIds ?? [])];
    const key = request.idempotencyKey ?? null;
    const hash = key === null ? null : requestHash({ workflowId, input: asked, documentIds });
    const known = key === null ? null : await this.executions.findByKey(viewer.id, key);
    if (known) return this.again(known, hash);
    const workflow = await this.workflows.get(viewer, workflowId);
    const version = await this.publishedVersion(workflow);
    if (!version)
      return refused(
        callProblem('NOT_PUBLISHED', '/workflowId', 'The workflow is not published. Publish it first.'),
      );
    const launchable = await look(version, documentIds.length > 0);
    const strange = await this.strangeDocuments(viewer, documentIds);
    if ('problems' in launchable) return refused(...launchable.problems, ...strange);
    if (strange.length > 0) return refused(...strange);
    const { inputData, bulk = null } = launchable;
    const { plan, problems: unusable } = this.planOf(version, bulk);
    if (!plan) return refused(...unusable);
    return this.write(
      viewer,
      {
        id: randomUUID(),
        userId: viewer.id,
        workflowId: workflow.id,
        versionId: version.id,
        version: version.number,
        definitionHash: version.definitionHash,
        executionName: request.name?.trim() ?? workflow.name,
        executionGraph: version.definition,
        inputData,
        documents: await this.reference(documentIds),
        idempotencyKey: key,
        requestHash: hash,
        ...(bulk !== null && { bulk, trigger: 'bulk' }),
      },
      plan,
    );
  }

  /** Keeps an execution and starts it. @throws ApiError RATE_LIMITED with as many open ones as a person may have. */
  async write(viewer: Viewer, execution: NewExecution, plan: Plan): Promise<ExecutionOutcome> {
    await this.checkOpen(viewer);
    const written = await this.executions.insert(execution);
    if (written) return this.started(written, plan);
    const twin = await this.executions.findByKey(viewer.id, execution.idempotencyKey ?? '');
    if (!twin)
      throw new ApiError('CONFLICT', 'Another request with this idempotency key is under way. Try again.');
    return this.again(twin, execution.requestHash);
  }

  /** What the key gave before, unless it was used for something else then. */
  private async again(known: WorkflowExecution, hash: string | null): Promise<ExecutionOutcome> {
    if (known.requestHash === null || known.requestHash === hash) return this.started(known);
    const message =
      'This key was used to start an execution of another workflow, or with other input or documents. Use a new key.';
    return refused(callProblem('IDEMPOTENCY_KEY_REUSED', '/idempotencyKey', message));
  }

  private async started(execution: WorkflowExecution, plan: Plan | null = null): Promise<ExecutionOutcome> {
    if (execution.status !== 'pending') return { execution, problems: [] };
    const problems = await engineAway(() => this.starter.start(execution, plan), {
      severity: 'warning',
      message: 'The workflow engine does not answer. The execution is kept and starts when it does.',
    });
    return { execution, problems };
  }

  private planOf(version: WorkflowVersion, bulk: BulkSettings | null): PlanOrProblems {
    if (bulk !== null) return planOf(version.definition, bulk);
    const known = this.plans.get(version.id);
    if (known !== undefined) return { plan: known, problems: [] };
    const made = planOf(version.definition);
    if (made.plan !== null) this.plans.keep(version.id, made.plan);
    return made;
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
