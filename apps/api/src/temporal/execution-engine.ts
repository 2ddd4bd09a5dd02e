import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Actor, Control, Refusal } from '#interpreter';
import {
  CANCELLER_SIGNAL,
  PAUSE_SIGNAL,
  RESUME_SIGNAL,
  WORKFLOW_TYPE,
  refusalOfUpdate,
  registerSearchAttributes,
  temporalWorkflowId,
  workflowStartOptions,
} from '#temporal/contract';
import type { CancellerSignal, ExecutionArgument, PauseSignal, Routing } from '#temporal/contract';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';

/** Longest one call may take, with all of the client's own retries. */
const DEADLINE_MS = 5_000;

/** A decision is answered by a worker, which may have to read the history first. */
const DECISION_DEADLINE_MS = 15_000;

/** Temporal's word for a decision that was taken in by a workflow that ended with it. */
const ENDED_WITH_IT = 'AcceptedUpdateCompletedWorkflow';

/** Temporal could not be reached, or did not answer in time. What was asked may or may not have happened. */
export class EngineUnavailable extends Error {
  constructor(cause: unknown) {
    super('The workflow engine does not answer.', { cause });
    this.name = 'EngineUnavailable';
  }
}

/** Errors that are an answer. */
const ANSWERS = [WorkflowNotFoundError, WorkflowExecutionAlreadyStartedError, WorkflowUpdateFailedError];

/** `gone`: Temporal knows no running workflow of that id. */
export type EngineAnswer = 'done' | 'gone';

/** The API's way to Temporal. Connects when first used, so that the API runs while Temporal is away. */
@Injectable()
export class ExecutionEngine implements OnApplicationShutdown {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly namespace: string;
  private readonly routing: Routing;
  private registration: Promise<void> | null = null;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.namespace = settings.TEMPORAL_NAMESPACE;
    this.routing = settings.SLUICE_STEP_ROUTING;
    this.connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS, connectTimeout: DEADLINE_MS });
    this.client = new Client({ connection: this.connection, namespace: this.namespace });
  }

  /** Idempotent. `gone`: it ran before and has ended. */
  async start(argument: ExecutionArgument, title: string): Promise<EngineAnswer> {
    try {
      await this.call(async () => {
        await (this.registration ??= registerSearchAttributes(this.connection, this.namespace));
        const routed = { ...argument, routing: this.routing };
        await this.client.workflow.start(WORKFLOW_TYPE, workflowStartOptions(routed, title));
      });
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'gone';
      this.registration = null;
      throw error;
    }
  }

  pause(executionId: string, path: string, actor: Actor): Promise<EngineAnswer> {
    return this.signal(executionId, PAUSE_SIGNAL, { path, actor });
  }

  resume(executionId: string, path: string, actor: Actor): Promise<EngineAnswer> {
    return this.signal(executionId, RESUME_SIGNAL, { path, actor });
  }

  /** What a person decides, answered by the execution itself: a refusal when things do not stand so. */
  async decide(executionId: string, control: Control): Promise<EngineAnswer | Refusal> {
    const handle = this.handle(executionId);
    try {
      return await this.whileRunning(
        () => handle.executeUpdate<void, [Control]>(control.kind, { args: [control] }),
        DECISION_DEADLINE_MS,
      );
    } catch (error) {
      if (!(error instanceof WorkflowUpdateFailedError)) throw error;
      const refusal = refusalOfUpdate(error);
      if (refusal !== null) return refusal;
      if (error.cause instanceof ApplicationFailure && error.cause.type === ENDED_WITH_IT) return 'done';
      throw error;
    }
  }

  /** Temporal's own cancellation, without which it takes no cancelled end; the execution is told first whose it is. */
  cancel(executionId: string, actor: Actor): Promise<EngineAnswer> {
    const handle = this.handle(executionId);
    return this.whileRunning(async () => {
      await handle.signal<[CancellerSignal]>(CANCELLER_SIGNAL, { actor });
      await handle.cancel();
    });
  }

  /** @throws EngineUnavailable */
  async ping(): Promise<void> {
    await this.call(() => this.client.workflowService.describeNamespace({ namespace: this.namespace }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private signal(executionId: string, name: string, signal: PauseSignal): Promise<EngineAnswer> {
    return this.whileRunning(() => this.handle(executionId).signal<[PauseSignal]>(name, signal));
  }

  private async whileRunning(action: () => Promise<unknown>, deadlineMs?: number): Promise<EngineAnswer> {
    try {
      await this.call(action, deadlineMs);
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'gone';
      throw error;
    }
  }

  private handle(executionId: string) {
    return this.client.workflow.getHandle(temporalWorkflowId(executionId));
  }

  private async call<T>(action: () => Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
    try {
      return await this.connection.withDeadline(Date.now() + deadlineMs, action);
    } catch (error) {
      if (ANSWERS.some((answer) => error instanceof answer)) throw error;
      throw new EngineUnavailable(error);
    }
  }
}
