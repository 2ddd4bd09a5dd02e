import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import {
  checkDefinition,
  definitionHash,
  type InputDeclaration,
  type Problem,
  type WorkflowDefinition,
} from '#definition';
import { graphql, type Product } from '../api/product.js';
import { CommandError, EXIT } from '../exit-code.js';
import { readInputDocument } from '../input-file.js';

type FoundWorkflow =
  | {
      readonly kind: 'found';
      readonly id: string;
      readonly inputs: Readonly<Record<string, InputDeclaration>>;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The published workflow to run: of a file (stored under its name and published when it changed), or a stored one. */
export async function findWorkflow(product: Product, source: string): Promise<FoundWorkflow> {
  return source === '-' || existsSync(source)
    ? workflowOfFile(product, source)
    : storedWorkflow(product, source);
}

async function workflowOfFile(product: Product, file: string): Promise<FoundWorkflow> {
  const { valid, definition, problems } = checkDefinition(await readInputDocument(file));
  if (!valid || definition === null) return { kind: 'refused', problems };
  const name = definition.name ?? basename(file, extname(file));
  const stored = await findByName(product, name);
  if (stored !== null && isPublishedAs(stored, definition)) {
    return { kind: 'found', id: stored.id, inputs: definition.inputs };
  }
  const saved =
    stored === null ? await create(product, name, definition) : await update(product, stored.id, definition);
  if (saved.workflow === null) return { kind: 'refused', problems: saved.problems };
  const published = await publish(product, saved.workflow.id);
  if (published.workflow?.status !== 'PUBLISHED') return { kind: 'refused', problems: published.problems };
  return { kind: 'found', id: saved.workflow.id, inputs: definition.inputs };
}

async function storedWorkflow(product: Product, source: string): Promise<FoundWorkflow> {
  const stored = UUID.test(source) ? await findById(product, source) : await findByName(product, source);
  if (stored === null)
    throw new CommandError(EXIT.usage, `there is no file and no workflow called "${source}".`);
  const definition = (stored.publishedVersion?.definition ?? stored.definition) as WorkflowDefinition;
  return { kind: 'found', id: stored.id, inputs: definition.inputs ?? {} };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface StoredWorkflow {
  readonly id: string;
  readonly name: string;
  readonly definition: unknown;
  readonly publishedVersion: { readonly definition: unknown; readonly definitionHash: string } | null;
}

function isPublishedAs(stored: StoredWorkflow, definition: WorkflowDefinition): boolean {
  return stored.publishedVersion?.definitionHash === definitionHash(definition);
}

const FIELDS = 'id name definition publishedVersion { definition definitionHash }';

async function findById(product: Product, id: string): Promise<StoredWorkflow> {
  const query = `query Workflow($id: ID!) { workflow(id: $id) { ${FIELDS} } }`;
  return (await graphql<{ workflow: StoredWorkflow }>(product, query, { id })).workflow;
}

async function findByName(product: Product, name: string): Promise<StoredWorkflow | null> {
  const query = `query WorkflowsByName($search: String, $after: String) {
    workflows(first: 100, after: $after, filter: { search: $search }) {
      nodes { ${FIELDS} } pageInfo { hasNextPage endCursor }
    }
  }`;
  for (let after: string | null = null; ;) {
    const { workflows }: { workflows: WorkflowPage } = await graphql(product, query, { search: name, after });
    const found = workflows.nodes.find((workflow) => workflow.name === name);
    if (found !== undefined) return found;
    if (!workflows.pageInfo.hasNextPage) return null;
    after = workflows.pageInfo.endCursor;
  }
}

interface WorkflowPage {
  readonly nodes: readonly StoredWorkflow[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Payload {
  readonly workflow: { readonly id: string; readonly status: string } | null;
  readonly problems: readonly Problem[];
}

const PAYLOAD = '{ workflow { id status } problems { code severity message path stepId connectionId } }';

async function create(product: Product, name: string, definition: WorkflowDefinition): Promise<Payload> {
  const query = `mutation Create($input: CreateWorkflowInput!) { createWorkflow(input: $input) ${PAYLOAD} }`;
  const input = { name, description: definition.description ?? '', definition };
  return (await graphql<{ createWorkflow: Payload }>(product, query, { input })).createWorkflow;
}

async function update(product: Product, id: string, definition: WorkflowDefinition): Promise<Payload> {
  const query = `mutation Update($id: ID!, $input: UpdateWorkflowInput!) { updateWorkflow(id: $id, input: $input) ${PAYLOAD} }`;
  return (await graphql<{ updateWorkflow: Payload }>(product, query, { id, input: { definition } }))
    .updateWorkflow;
}

async function publish(product: Product, id: string): Promise<Payload> {
  const query = `mutation Publish($id: ID!) { publishWorkflow(id: $id) ${PAYLOAD} }`;
  return (await graphql<{ publishWorkflow: Payload }>(product, query, { id })).publishWorkflow;
}
