import { Injectable } from '@nestjs/common';
import type { JsonObject, Reference } from '#definition';
import type { Plan } from '#definition/plan';
import type { Reuse } from '#interpreter';
import { PostgresStores, WorkflowsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import { CARRIED_BY_VALUE_BYTES, carryPlan, executionArgument } from '#temporal/contract';
import type { Carried, ExecutionArgument } from '#temporal/contract';
import { ExecutionEngine } from '../temporal/execution-engine.js';
import type { EngineAnswer } from '../temporal/execution-engine.js';
import { planOf } from './plan-of.js';

/** Starts in Temporal what stands in the table, as often as it takes: all it needs is the row. */
@Injectable()
export class ExecutionStarter {
  constructor(
    private readonly engine: ExecutionEngine,
    private readonly workflows: WorkflowsRepository,
    private readonly stores: PostgresStores,
  ) {}

  /** Idempotent; `gone` when it ran and ended before. The plan is that of its definition. @throws EngineUnavailable */
  async start(execution: WorkflowExecution, plan: Plan | null = null): Promise<EngineAnswer> {
    const known = plan ?? planOf(execution.executionGraph, execution.bulk).plan;
    if (known === null) throw new Error(`The stored definition of execution ${execution.id} cannot be run.`);
    return this.engine.start(await this.argument(execution, known), execution.executionName);
  }

  private async argument(execution: WorkflowExecution, plan: Plan): Promise<ExecutionArgument> {
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
      plan: await carryPlan(plan, CARRIED_BY_VALUE_BYTES, this.stores.artifacts),
      start: {
        at: execution.createdAt.getTime(),
        executionId: execution.id,
        input: execution.inputData as JsonObject,
        documents: execution.documents,
      },
      ...(execution.reuse && { reuse: await this.reuse(execution.reuse) }),
    });
  }

  private async reuse(reference: Reference): Promise<Carried<Reuse>> {
    if (reference.bytes > CARRIED_BY_VALUE_BYTES) return { kind: 'reference', reference };
    return { kind: 'value', value: (await this.stores.artifacts.get(reference)) as unknown as Reuse };
  }
}
