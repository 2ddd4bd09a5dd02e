import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { User, WorkflowExecution } from '#persistence';
import { WORKFLOW_TYPE, workflowStartOptions } from '#temporal/contract';
import type { Contender } from './contender.js';
import { argumentOf, planOf } from './execution-of.js';

/** Sluice's engine without the API: the row of the execution, its start in Temporal, all that the worker records. */
export async function withoutApi(
  client: Client,
  dataSource: DataSource,
  definition: object,
): Promise<Contender> {
  const plan = planOf(definition);
  const owner = await dataSource.getRepository(User).findOneByOrFail({});
  return {
    name: 'Sluice, recording, without the API',
    run: async (start) => {
      const id = randomUUID();
      await dataSource.getRepository(WorkflowExecution).insert({
        id,
        userId: owner.id,
        version: 1,
        definitionHash: plan.definitionHash,
        executionName: plan.name,
        executionGraph: definition,
        inputData: { start },
      });
      const argument = argumentOf(plan, id, owner.id, start);
      await client.workflow.execute(WORKFLOW_TYPE, workflowStartOptions(argument, plan.name));
    },
  };
}
