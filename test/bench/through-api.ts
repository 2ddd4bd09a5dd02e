import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { temporalWorkflowId } from '#temporal/contract';
import type { Contender } from './contender.js';
import type { NamedDefinition } from './workload.js';

interface WorkflowPayload {
  readonly workflow: { readonly id: string } | null;
  readonly problems: readonly { readonly message: string }[];
}

interface Api {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/** As a person uses it: started through GraphQL. The end is learned from Temporal, so that no polling is measured. */
export async function throughApi(client: Client, api: Api, definition: NamedDefinition): Promise<Contender> {
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(
    api.url,
    null,
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input: { email: api.email, password: api.password } },
  );
  const token = signIn.accessToken;
  const workflowId = await publish(api.url, token, definition);
  return {
    name: 'Sluice, through the API',
    run: async (start) => {
      const { startExecution } = await ask<{ startExecution: { execution: { id: string } } }>(
        api.url,
        token,
        'mutation($input: StartExecutionInput!) { startExecution(input: $input) { execution { id } } }',
        { input: { workflowId, input: { start } } },
      );
      await client.workflow.getHandle(temporalWorkflowId(startExecution.execution.id)).result();
    },
  };
}

/** Saves the definition as a workflow of its own and publishes it; two workloads may run the same one. */
async function publish(url: string, token: string, definition: NamedDefinition): Promise<string> {
  const { createWorkflow } = await ask<{ createWorkflow: WorkflowPayload }>(
    url,
    token,
    'mutation($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } problems { message } } }',
    { input: { name: `${definition.name} (${randomUUID()})`, definition } },
  );
  const id = createWorkflow.workflow?.id;
  if (id === undefined) throw new Error(createWorkflow.problems.map(({ message }) => message).join('\n'));
  await ask(url, token, 'mutation($id: ID!) { publishWorkflow(id: $id) { workflow { id } } }', { id });
  return id;
}

async function ask<T>(url: string, token: string | null, query: string, variables: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: readonly { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}
