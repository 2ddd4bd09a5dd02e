import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { checkDefinition, compilePlan } from '#definition';
import type { Plan } from '#definition/plan';
import { User, WorkflowExecution } from '#persistence';
import { WORKFLOW_TYPE, executionArgument, workflowStartOptions } from '#temporal/contract';
import type { Contender } from './contender.js';

/** Sluice's engine without the API: the row of the execution, its start in Temporal, all that the worker records. */
export async function withoutApi(
  client: Client,
  dataSource: DataSource,
  definition: object,
): Promise<Contender> {
  const plan = planOf(definition);
  const owner = await dataSource.getRepository(User).findOneByOrFail({});
  return {
    name: 'Sluice, without the API',
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
      const argument = executionArgument({
        identity: {
          executionId: id,
          ownerId: owner.id,
          workflowId: randomUUID(),
          version: 1,
          collectionId: null,
        },
        plan: { kind: 'value', value: plan },
        start: { at: Date.now(), executionId: id, input: { start }, documents: null },
      });
      await client.workflow.execute(WORKFLOW_TYPE, workflowStartOptions(argument));
    },
  };
}

function planOf(definition: object): Plan {
  const checked = checkDefinition(JSON.stringify(definition));
  const plan = checked.definition === null ? null : compilePlan(checked.definition).plan;
  if (plan === null) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return plan;
}
