import { readFileSync } from 'node:fs';
import {
  GraphQLList,
  GraphQLNonNull,
  buildSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType } from 'graphql';
import { Api, bodyOf } from './support/api.js';
import { greeting } from './support/definitions.js';
import { subscribe } from './support/socket.js';
import { published, startExecution } from './support/workflows.js';

/** Which of the owner's objects stands behind an id, by the place where it is taken. A new place has to be added here. */
const KINDS: Readonly<Record<string, 'workflow' | 'collection' | 'document' | 'execution' | 'secret'>> = {
  'Query.workflow.id': 'workflow',
  'Query.workflowVersions.workflowId': 'workflow',
  'Query.execution.id': 'execution',
  'Query.executions.filter.workflowId': 'workflow',
  'Query.executionRows.id': 'execution',
  'Query.executionSteps.id': 'execution',
  'Query.executionEvents.id': 'execution',
  'Query.documents.collectionId': 'collection',
  'Query.document.id': 'document',
  'Query.previewChunks.documentId': 'document',
  'Mutation.createWorkflow.input.collectionId': 'collection',
  'Mutation.updateWorkflow.id': 'workflow',
  'Mutation.updateWorkflow.input.collectionId': 'collection',
  'Mutation.deleteWorkflow.id': 'workflow',
  'Mutation.publishWorkflow.id': 'workflow',
  'Mutation.archiveWorkflow.id': 'workflow',
  'Mutation.duplicateWorkflow.id': 'workflow',
  'Mutation.deleteDocument.id': 'document',
  'Mutation.replaceSecret.id': 'secret',
  'Mutation.deleteSecret.id': 'secret',
  'Mutation.startExecution.input.workflowId': 'workflow',
  'Mutation.startExecution.input.documentIds': 'document',
  'Mutation.pauseExecution.id': 'execution',
  'Mutation.resumeExecution.id': 'execution',
  'Mutation.cancelExecution.id': 'execution',
  'Mutation.retryStep.id': 'execution',
  'Mutation.skipStep.id': 'execution',
  'Mutation.giveUpStep.id': 'execution',
  'Mutation.approve.id': 'execution',
  'Mutation.sendEvent.id': 'execution',
  'Mutation.setVariable.id': 'execution',
  'Mutation.startBulkExecution.input.workflowId': 'workflow',
  'Mutation.startBulkExecution.input.documentIds': 'document',
  'Mutation.startBulkExecution.input.rowsDocumentId': 'document',
  'Mutation.rerunFailedRows.id': 'execution',
  'Query.rerunPlan.id': 'execution',
  'Mutation.rerun.id': 'execution',
  'Subscription.executionEvents.id': 'execution',
  'Subscription.executionUpdated.id': 'execution',
};

/** What a call needs beside the id. */
const OTHER_ARGUMENTS: Readonly<Record<string, object>> = {
  retryStep: { path: 'greet' },
  skipStep: { path: 'greet' },
  giveUpStep: { path: 'greet' },
  approve: { path: 'greet', approved: true },
  sendEvent: { name: 'paid' },
  setVariable: { name: 'limit', value: 1 },
  replaceSecret: { input: { value: 'Bearer 12345678', hosts: ['api.example.org'] } },
};

interface Place {
  readonly name: string;
  readonly operation: 'Query' | 'Mutation' | 'Subscription';
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: readonly string[];
}

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));

/** Every place of the schema that takes an id. */
function idPlaces(): readonly Place[] {
  return (['Query', 'Mutation', 'Subscription'] as const).flatMap((operation) => {
    const type = schema.getType(operation);
    return isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => placesOf(operation, field))
      : [];
  });
}

function placesOf(operation: Place['operation'], field: GraphQLField<unknown, unknown>): readonly Place[] {
  const walk = (
    inputs: readonly (GraphQLArgument | GraphQLInputField)[],
    path: readonly string[],
  ): readonly (readonly string[])[] =>
    inputs.flatMap((input) => {
      const type = getNamedType(input.type);
      const here = [...path, input.name];
      if (isInputObjectType(type)) return walk(Object.values(type.getFields()), here);
      return type.name === 'ID' ? [here] : [];
    });
  return walk(field.args, []).map((path) => ({
    name: [operation, field.name, ...path].join('.'),
    operation,
    field,
    path,
  }));
}

describe("another person's id", () => {
  let api: Api;
  let owner: string;
  let stranger: string;
  const ids: Record<string, string> = {};
  let strangersWorkflow = '';

  beforeAll(async () => {
    api = await Api.start();
    owner = await api.token();
    stranger = await api.stranger();
    ids['workflow'] = await published(api, owner, 'Mine');
    const collection = await api.graphql(
      'mutation { createCollection(input: { name: "Mine" }) { collection { id } } }',
      {},
      owner,
    );
    ids['collection'] = collection.data.createCollection.collection.id;
    const secret = await api.graphql(
      `mutation { createSecret(input: { name: "mine", value: "Bearer 12345678", hosts: ["api.example.org"] }) { secret { id } } }`,
      {},
      owner,
    );
    ids['secret'] = secret.data.createSecret.secret.id;
    const upload = await api.upload(owner, { 'mine.txt': 'secret' }, ids['collection']);
    ids['document'] = (await bodyOf(upload)).documents[0].id;
    const { execution } = await startExecution(api, owner, {
      workflowId: ids['workflow'],
      input: { name: 'Ann' },
    });
    ids['execution'] = execution.id;
    strangersWorkflow = await published(api, stranger, 'Theirs');
  });
  afterAll(() => api.stop());

  const places = idPlaces();

  it('has every place that takes one in the list', () => {
    expect(places.map(({ name }) => name).sort()).toEqual(Object.keys(KINDS).sort());
  });

  it.each(places.map((place) => [place.name, place] as const))(
    'reads as not found at %s',
    async (name, place) => {
      const id = ids[KINDS[name] ?? ''] ?? '';
      const query = `${place.operation.toLowerCase()} { ${place.field.name}(${argumentsOf(place, id)}) ${selectionOf(place.field)} }`;
      const found =
        place.operation === 'Subscription' ? await subscribedCodes(query) : await askedCodes(query);
      expect(found).toEqual(['NOT_FOUND']);
    },
  );

  it('reads the same as one that never was', async () => {
    const ask = (id: string) =>
      api.graphql('query ($id: ID!) { workflow(id: $id) { id } }', { id }, stranger);
    const [theirs, none] = [
      await ask(ids['workflow'] ?? ''),
      await ask('00000000-0000-4000-8000-000000000000'),
    ];
    expect(theirs.errors).toEqual(none.errors);
  });

  it('reads as not found in a download and in an upload', async () => {
    const headers = { authorization: `Bearer ${stranger}` };
    const download = await fetch(`${api.url}/api/v1/documents/${ids['document']}/content`, { headers });
    expect([download.status, (await bodyOf(download)).code]).toEqual([404, 'NOT_FOUND']);
    const upload = await api.upload(stranger, { 'a.txt': 'a' }, ids['collection']);
    expect([upload.status, (await bodyOf(upload)).code]).toEqual([404, 'NOT_FOUND']);
    const results = await fetch(`${api.url}/api/v1/executions/${ids['execution']}/results`, { headers });
    expect([results.status, (await bodyOf(results)).code]).toEqual([404, 'NOT_FOUND']);
    expect((await api.graphql('{ documents { totalCount } }', {}, stranger)).data.documents.totalCount).toBe(
      0,
    );
  });

  it('stays out of lists', async () => {
    const { data } = await api.graphql(
      '{ workflows { nodes { name } } collections { totalCount } documents { totalCount } executions { totalCount } }',
      {},
      stranger,
    );
    expect(data).toEqual({
      workflows: { nodes: [{ name: 'Theirs' }] },
      collections: { totalCount: 0 },
      documents: { totalCount: 0 },
      executions: { totalCount: 0 },
    });
  });

  it('changed nothing', async () => {
    const { data } = await api.graphql(
      'query ($w: ID!, $d: ID!, $e: ID!) { workflow(id: $w) { status version } document(id: $d) { name } execution(id: $e) { status } }',
      { w: ids['workflow'], d: ids['document'], e: ids['execution'] },
      owner,
    );
    expect(data).toEqual({
      workflow: { status: 'PUBLISHED', version: 1 },
      document: { name: 'mine.txt' },
      execution: { status: 'PENDING' },
    });
  });

  /** A call in which everything but the id is the stranger's own and right. */
  function argumentsOf({ field, path }: Place, id: string): string {
    const [top = '', inner] = path;
    const given: Record<string, unknown> = {
      [top]: inner === undefined ? id : { [inner]: wrapped(field, path, id) },
    };
    Object.assign(given, OTHER_ARGUMENTS[field.name]);
    if (field.name === 'updateWorkflow') {
      given['id'] ??= strangersWorkflow;
      given['input'] ??= { description: 'taken over' };
    }
    if (field.name === 'createWorkflow')
      Object.assign(given['input'] as object, { name: 'Taken', definition: greeting });
    if (field.name === 'startExecution') {
      given['input'] = {
        workflowId: strangersWorkflow,
        input: { name: 'Eve' },
        ...(given['input'] as object),
      };
    }
    if (field.name === 'startBulkExecution') {
      given['input'] = {
        workflowId: strangersWorkflow,
        ...(inner !== 'rowsDocumentId' && { rows: [{ name: 'Eve' }] }),
        ...(given['input'] as object),
      };
    }
    return Object.entries(given)
      .map(([name, value]) => `${name}: ${literal(value)}`)
      .join(', ');
  }

  async function askedCodes(query: string): Promise<readonly unknown[]> {
    const { data, codes } = await api.graphql(query, {}, stranger);
    const payload = Object.values(
      (data ?? {}) as Record<string, { problems?: { code: string }[] } | null>,
    )[0];
    return [...codes, ...(payload?.problems ?? []).map(({ code }) => code)];
  }

  async function subscribedCodes(query: string): Promise<readonly unknown[]> {
    const socket = subscribe(api.url, stranger, query);
    const [first] = await socket.all();
    return (first?.errors ?? []).map(({ extensions }) => extensions?.['code']);
  }
});

function wrapped(
  field: GraphQLField<unknown, unknown>,
  [top, inner]: readonly string[],
  id: string,
): unknown {
  const argument = field.args.find(({ name }) => name === top);
  const input = argument && getNamedType(argument.type);
  const type: GraphQLInputType | undefined = isInputObjectType(input)
    ? input.getFields()[inner ?? '']?.type
    : undefined;
  const bare = type instanceof GraphQLNonNull ? type.ofType : type;
  return bare instanceof GraphQLList ? [id] : id;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}

/** One field of the answer, and the problems when it has some. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  const names = Object.keys(type.getFields());
  if (names.includes('problems') && type.name.endsWith('Payload')) return '{ problems { code } }';
  return `{ ${names.find((name) => ['id', 'deletedId', 'path', 'sequence', 'number', 'totalCount'].includes(name)) ?? '__typename'} }`;
}
