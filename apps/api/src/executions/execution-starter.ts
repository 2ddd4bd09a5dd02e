import { Injectable } from '@nestjs/common';
import { compilePlan } from '#definition';
import type { Json, JsonObject, WorkflowDefinition } from '#definition';
import type { Plan } from '#definition/plan';
import { PostgresStores, WorkflowsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import { CARRIED_BY_VALUE_BYTES, executionArgument, jsonBytes } from '#temporal/contract';
import type { Carried, ExecutionArgument } from '#temporal/contract';
import { ExecutionEngine } from '../temporal/execution-engine.js';
import type { EngineAnswer } from '../temporal/execution-engine.js';

/** Starts in Temporal what stands in the table, as often as it takes: all it needs is the row. */
@Injectable()
export class ExecutionStarter {
  constructor(
    private readonly engine: ExecutionEngine,
    private readonly workflows: WorkflowsRepository,
    private readonly stores: PostgresStores,
  ) {}

  /** Idempotent; `gone` when it ran and ended before. @throws EngineUnavailable */
  async start(execution: WorkflowExecution): Promise<EngineAnswer> {
    return this.engine.start(await this.argument(execution), execution.executionName);
  }

  private async argument(execution: WorkflowExecution): Promise<ExecutionArgument> {
    const { plan } = compilePlan(execution.executionGraph as WorkflowDefinition);
    if (!plan) throw new Error(`The stored definition of execution ${execution.id} has errors.`);
    const workflowId = execution.workflowId ?? '';
    const workflow = await this.workflows.find(execution.userId, workflowId);
    return executionArgument({
      identity: {
        executionId: execution.id,
        ownerId: execution.userId,
        workflowId,
        version: execution.version,
        collectionId: workflow?.collectionId ?? null,
      },
      plan: await this.carried(plan),
      start: {
        at: execution.createdAt.getTime(),
        executionId: execution.id,
        input: execution.inputData as JsonObject,
        documents: execution.documents,
      },
    });
  }

  private async carried(plan: Plan): Promise<Carried<Plan>> {
    if (jsonBytes(plan) <= CARRIED_BY_VALUE_BYTES) return { kind: 'value', value: plan };
    return {
      kind: 'reference',
      reference: await this.stores.artifacts.put('json', 1, plan as unknown as Json),
    };
  }
}
