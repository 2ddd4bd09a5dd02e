import type { Api } from './api.js';
import { greeting } from './definitions.js';

const CREATE = `mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) {
  workflow { id version status problems { code } } problems { code severity path } } }`;
const PUBLISH = `mutation ($id: ID!) { publishWorkflow(id: $id) {
  workflow { id status publishedVersion { id number definitionHash } } problems { code severity } } }`;

export async function createWorkflow(api: Api, token: string, input: object) {
  const { data, errors } = await api.graphql(CREATE, { input }, token);
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.createWorkflow;
}

export async function publishWorkflow(api: Api, token: string, id: string) {
  return (await api.graphql(PUBLISH, { id }, token)).data.publishWorkflow;
}

/** The id of a new published workflow. */
export async function published(
  api: Api,
  token: string,
  name: string,
  definition: object = greeting,
): Promise<string> {
  const { workflow, problems } = await createWorkflow(api, token, { name, definition });
  if (!workflow) throw new Error(JSON.stringify(problems));
  const outcome = await publishWorkflow(api, token, workflow.id);
  if (outcome.workflow?.status !== 'PUBLISHED') throw new Error(JSON.stringify(outcome));
  return workflow.id;
}

const START = `mutation ($input: StartExecutionInput!) { startExecution(input: $input) {
  execution { id status name version input temporalWorkflowId temporalUrl } problems { code severity path } } }`;

export async function startExecution(api: Api, token: string, input: object) {
  const { data, errors } = await api.graphql(START, { input }, token);
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.startExecution;
}
