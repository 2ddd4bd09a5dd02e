import { Injectable } from '@nestjs/common';
import type { Problem } from '#definition';
import { ExecutionEventsRepository, ExecutionsRepository, ExecutionStepsRepository } from '#persistence';
import type {
  ExecutionEventRow,
  ExecutionFilterBy,
  ExecutionPulse,
  Page,
  StepCursor,
  StepFilterBy,
  Window,
  WorkflowExecution,
  WorkflowStep,
} from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';
import { WorkflowsService } from '../workflows/workflows.service.js';

export interface ExecutionOutcome {
  readonly execution: WorkflowExecution | null;
  readonly problems: readonly Problem[];
}

/** What a person sees of their executions. */
@Injectable()
export class ExecutionsService {
  constructor(
    private readonly executions: ExecutionsRepository,
    private readonly stepRows: ExecutionStepsRepository,
    private readonly log: ExecutionEventsRepository,
    private readonly workflows: WorkflowsService,
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

  /** A page of attempts and rounds. */
  async steps(
    viewer: Viewer,
    id: string,
    filter: StepFilterBy,
    window: { readonly first: number; readonly after: StepCursor | null },
  ): Promise<Page<WorkflowStep, StepCursor>> {
    await this.pulse(viewer, id);
    return this.stepRows.page(id, filter, window);
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
}
