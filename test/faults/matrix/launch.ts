import { setTimeout as sleep } from 'node:timers/promises';
import type { PatientClient } from './api.js';
import type { Tables } from './tables.js';
import type { NamedDefinition, Workload } from './workloads/workload.js';

const LOOK_MS = 500;

/** Since the start, all kills included. */
const LONGEST_MS = 6 * 60_000;

interface Saved {
  readonly createWorkflow: {
    readonly workflow: { readonly id: string } | null;
    readonly problems: readonly { readonly message: string }[];
  };
}

interface Started {
  readonly startExecution: {
    readonly execution: { readonly id: string } | null;
    readonly problems: readonly { readonly message: string }[];
  };
}

/** A workload whose workflow stands in the product. */
export interface Published extends Workload {
  readonly workflowId: string;
}

/** An execution whose start was confirmed. */
export interface Launched {
  readonly id: string;
  /** Which workload, and its how-manieth execution: the same in each round. */
  readonly name: string;
}

export async function publish(api: PatientClient, workload: Workload): Promise<Published> {
  const { createWorkflow } = await api.ask<Saved>(
    `mutation ($input: CreateWorkflowInput!) {
      createWorkflow(input: $input) { workflow { id } problems { message } }
    }`,
    { input: { name: workload.definition.name, definition: workload.definition } },
  );
  const workflowId = createWorkflow.workflow?.id;
  if (workflowId === undefined)
    throw new Error(createWorkflow.problems.map(({ message }) => message).join('\n'));
  await api.ask('mutation ($id: ID!) { publishWorkflow(id: $id) { workflow { id } } }', { id: workflowId });
  return { ...workload, workflowId };
}

/** Starts one under a key of its own, again and again until that is confirmed, and waits for its end. */
export async function runOne(
  api: PatientClient,
  tables: Tables,
  round: string,
  { workflowId, definition, input }: Published,
  index: number,
): Promise<Launched> {
  const name = nameOf(definition, index);
  const { startExecution } = await api.ask<Started>(
    `mutation ($input: StartExecutionInput!) {
      startExecution(input: $input) { execution { id } problems { message } }
    }`,
    { input: { workflowId, input: input(index * 1_000), idempotencyKey: `${round}/${name}` } },
  );
  const id = startExecution.execution?.id;
  if (id === undefined)
    throw new Error(
      `${name} was refused: ${startExecution.problems.map(({ message }) => message).join(' ')}`,
    );
  const deadline = Date.now() + LONGEST_MS;
  while ((await tables.ended(id)) === null && Date.now() < deadline) await sleep(LOOK_MS);
  return { id, name };
}

function nameOf({ name }: NamedDefinition, index: number): string {
  return `${name} ${index}`;
}
