import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import {
  PAUSE_SIGNAL,
  RESUME_SIGNAL,
  WORKFLOW_TYPE,
  registerSearchAttributes,
  temporalWorkflowId,
  workflowStartOptions,
} from '#temporal/contract';
import type { ExecutionArgument, PauseSignal, Routing } from '#temporal/contract';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';

/** Longest one call may take, with all of the client's own retries. */
const DEADLINE_MS = 5_000;

/** Temporal could not be reached, or did not answer in time. What was asked may or may not have happened. */
export class EngineUnavailable extends Error {
  constructor(cause: unknown) {
    super('The workflow engine does not answer.', { cause });
    this.name = 'EngineUnavailable';
  }
}

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

  pause(executionId: string, path: string): Promise<EngineAnswer> {
    return this.signal(executionId, PAUSE_SIGNAL, path);
  }

  resume(executionId: string, path: string): Promise<EngineAnswer> {
    return this.signal(executionId, RESUME_SIGNAL, path);
  }

  cancel(executionId: string): Promise<EngineAnswer> {
    return this.whileRunning(() => this.handle(executionId).cancel());
  }

  /** @throws EngineUnavailable */
  async ping(): Promise<void> {
    await this.call(() => this.client.workflowService.describeNamespace({ namespace: this.namespace }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private signal(executionId: string, name: string, path: string): Promise<EngineAnswer> {
    return this.whileRunning(() => this.handle(executionId).signal<[PauseSignal]>(name, { path }));
  }

  private async whileRunning(action: () => Promise<unknown>): Promise<EngineAnswer> {
    try {
      await this.call(action);
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'gone';
      throw error;
    }
  }

  private handle(executionId: string) {
    return this.client.workflow.getHandle(temporalWorkflowId(executionId));
  }

  private async call<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await this.connection.withDeadline(Date.now() + DEADLINE_MS, action);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError)
        throw error;
      throw new EngineUnavailable(error);
    }
  }
}
