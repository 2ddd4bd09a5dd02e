import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  ExecutionEventRow,
  ExecutionsRepository,
  UsersRepository,
  VersionsRepository,
  WorkflowsRepository,
} from '#persistence';
import { Gate, gives } from '../worker/support/scripted-steps.js';
import { NAMESPACE } from '../../support/namespace.js';
import { ADMIN, Api, bodyOf } from './support/api.js';
import { greeting } from './support/definitions.js';
import { eventually } from './support/eventually.js';
import { TestWorker } from './support/worker.js';
import { createWorkflow, published, startExecution } from './support/workflows.js';

const EXECUTION = `query ($id: ID!) { execution(id: $id) {
  id status progressPercentage sequence output error { code } version definition workflow { name }
  steps { path stepId type status attempt output } startedAt completedAt } }`;

/** Reads documents, which a test may hold up. */
const reading = {
  schemaVersion: 1,
  steps: [
    { id: 'read', type: 'document_ingestion' },
    { id: 'after', type: 'transform', configuration: { values: { count: 'steps.read.document_count' } } },
  ],
  connections: [{ id: 'c', sourceStep: 'read', targetStep: 'after' }],
};

describe('executions over GraphQL', () => {
  let api: Api;
  let worker: TestWorker;
  let token: string;
  let workflowId: string;

  beforeAll(async () => {
    api = await Api.start({ SLUICE_TEMPORAL_UI_URL: 'http://temporal.example:8233/' });
    worker = await TestWorker.start(api.databaseUrl);
    token = await api.token();
    workflowId = await published(api, token, 'Greeting');
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const read = async (id: string) => (await api.graphql(EXECUTION, { id }, token)).data.execution;
  const reaching = (id: string, status: string) =>
    eventually(
      () => read(id),
      (execution) => execution.status === status,
      status,
    );
  const control = async (name: string, id: string) =>
    (
      await api.graphql(
        `mutation ($id: ID!) { ${name}(id: $id) { execution { status } problems { code } } }`,
        { id },
        token,
      )
    ).data[name];

  it('run what is published and show what came of it', async () => {
    const { execution, problems } = await startExecution(api, token, { workflowId, input: { name: 'Ann' } });
    expect(problems).toEqual([]);
    expect(execution).toMatchObject({ name: 'Greeting', version: 1, input: { name: 'Ann', times: 2 } });
    expect(execution.temporalUrl).toBe(
      `http://temporal.example:8233/namespaces/${NAMESPACE}/workflows/execution-${execution.id}`,
    );
    expect(await reaching(execution.id, 'COMPLETED')).toMatchObject({
      progressPercentage: 100,
      output: { greet: { text: 'Ann' } },
      error: null,
      workflow: { name: 'Greeting' },
      definition: { schemaVersion: 1 },
      steps: [{ path: 'greet', stepId: 'greet', type: 'transform', status: 'COMPLETED', attempt: 1 }],
    });
  });

  it('need a published workflow and fitting inputs', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Draft', definition: greeting });
    const codes = async (input: object) =>
      (await startExecution(api, token, input)).problems.map(
        ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
      );
    expect(await codes({ workflowId: workflow.id, input: { name: 'Ann' } })).toEqual([
      'NOT_PUBLISHED /workflowId',
    ]);
    expect(await codes({ workflowId })).toEqual(['MISSING_INPUT /input/name']);
    expect(await codes({ workflowId, input: { name: 1, nmae: 'x' } })).toEqual([
      'BAD_INPUT /input/nmae',
      'BAD_INPUT /input/name',
    ]);
    expect(await codes({ workflowId, input: { name: 'x'.repeat(70_000) } })).toEqual(['BAD_INPUT /input']);
    expect(await codes({ workflowId, input: { name: 'x' }, documentIds: [randomUUID(), 'x'] })).toEqual([
      'NOT_FOUND /documentIds/0',
      'NOT_FOUND /documentIds/1',
    ]);
  });

  it('are the same for the same idempotency key, also at once', async () => {
    const input = { workflowId, input: { name: 'Ann' }, idempotencyKey: 'order 7' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => startExecution(api, token, input)));
    expect(new Set(answers.map(({ execution }) => execution.id)).size).toBe(1);
    const again = await startExecution(api, token, { ...input, name: 'Another name' });
    expect(again.execution.id).toBe(answers[0]?.execution.id);
  });

  it('are refused when a key is used for something else', async () => {
    const input = { workflowId, input: { name: 'Ann' }, idempotencyKey: 'order 8' };
    const first = await startExecution(api, token, input);
    expect(first.problems).toEqual([]);
    const other = await published(api, token, 'Another greeting');
    const upload = await bodyOf(api.upload(token, { 'a.txt': 'one' }));
    for (const over of [
      { input: { name: 'Bob' } },
      { input: { name: 'Ann', times: 2 } },
      { workflowId: other },
      { documentIds: [upload.documents[0].id] },
    ]) {
      const { execution, problems } = await startExecution(api, token, { ...input, ...over });
      expect(execution).toBeNull();
      expect(problems).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: '/idempotencyKey' }]);
    }
    const stranger = await api.stranger();
    const theirs = await published(api, stranger, 'Theirs');
    const started = await startExecution(api, stranger, { ...input, workflowId: theirs });
    expect(started.problems).toEqual([]);
  });

  it('are refused when their plan is too large to be handed over', async () => {
    const text = 'x'.repeat(1_100);
    const steps = Array.from({ length: 450 }, (_, n) => ({
      ...{ id: `s${n}`, type: 'transform', configuration: { values: { a: `'${text}' + '${text}'` } } },
    }));
    const id = await published(api, token, 'Enormous', { ...greeting, inputs: {}, steps });
    const { execution, problems } = await startExecution(api, token, { workflowId: id });
    expect([execution, problems[0]?.code, problems[0]?.path]).toEqual([
      null,
      'PLAN_TOO_LARGE',
      '/workflowId',
    ]);
  });

  it('get the documents they are given', async () => {
    const id = await published(api, token, 'Reading documents', reading);
    const upload = await bodyOf(api.upload(token, { 'a.txt': 'one', 'b.txt': 'two' }));
    const documentIds = upload.documents.map((document: { id: string }) => document.id);
    let got: unknown;
    worker.steps.use({
      read: ({ request }) => {
        got = request.documents;
        return gives({ document_count: 2, failed_count: 0, skipped_count: 0, byte_count: 6 });
      },
    });
    const { execution } = await startExecution(api, token, { workflowId: id, documentIds });
    expect((await reaching(execution.id, 'COMPLETED')).output).toMatchObject({ after: { count: 2 } });
    expect(got).toMatchObject({ kind: 'documents', count: 2 });
  });

  it('are paused, resumed and cancelled, until they have ended', async () => {
    const id = await published(api, token, 'Held up', reading);
    const gate = new Gate();
    worker.steps.use({
      read: async () => {
        await gate.opened;
        return gives({ document_count: 0, failed_count: 0, skipped_count: 0, byte_count: 0 });
      },
    });
    const { execution } = await startExecution(api, token, { workflowId: id });
    await eventually(
      async () => worker.steps.calls.length,
      (calls) => calls > 0,
      'the step runs',
    );
    expect((await control('pauseExecution', execution.id)).problems).toEqual([]);
    await reaching(execution.id, 'PAUSED');
    await control('resumeExecution', execution.id);
    await reaching(execution.id, 'RUNNING');
    const remove = await api.graphql(
      'mutation ($id: ID!) { deleteWorkflow(id: $id) { deletedId } }',
      { id },
      token,
    );
    expect(remove.codes).toEqual(['CONFLICT']);
    await control('cancelExecution', execution.id);
    gate.open();
    await reaching(execution.id, 'CANCELLED');
    const told = await api.app.get(DataSource).getRepository(ExecutionEventRow).findBy({
      executionId: execution.id,
      kind: 'control.cancel',
    });
    expect(told.map(({ message }) => message)).toEqual([`${ADMIN.email} cancelled the execution.`]);
    for (const name of ['pauseExecution', 'resumeExecution', 'cancelExecution']) {
      expect(await control(name, execution.id)).toEqual({
        execution: { status: 'CANCELLED' },
        problems: [{ code: 'EXECUTION_CLOSED' }],
      });
    }
  });

  it('outlive their workflow', async () => {
    const id = await published(api, token, 'Short-lived');
    const { execution } = await startExecution(api, token, { workflowId: id, input: { name: 'Ann' } });
    await reaching(execution.id, 'COMPLETED');
    await api.graphql('mutation ($id: ID!) { deleteWorkflow(id: $id) { deletedId } }', { id }, token);
    expect(await read(execution.id)).toMatchObject({
      status: 'COMPLETED',
      workflow: null,
      definition: { schemaVersion: 1 },
    });
  });

  it('left between their row and their start by a crash are started by themselves', async () => {
    const owner = await api.app.get(UsersRepository).findAdministrator();
    const workflow = await api.app.get(WorkflowsRepository).find(owner?.id ?? '', workflowId);
    const version = await api.app.get(VersionsRepository).find(workflow?.publishedVersionId ?? '');
    const id = randomUUID();
    await api.app.get(ExecutionsRepository).insert({
      id,
      userId: owner?.id ?? '',
      workflowId,
      versionId: version?.id ?? '',
      version: 1,
      definitionHash: version?.definitionHash ?? '',
      executionName: 'Left behind',
      executionGraph: version?.definition ?? {},
      inputData: { name: 'Ann', times: 2 },
      documents: null,
      idempotencyKey: null,
      requestHash: null,
    });
    await reaching(id, 'COMPLETED');
  }, 30_000);

  it('are listed with one query for the steps of all', async () => {
    const list = await api.graphql(
      '{ executions(first: 50, filter: { status: COMPLETED }) { totalCount nodes { name steps { path } workflow { name } } } }',
      {},
      token,
    );
    expect(list.codes).toEqual([]);
    expect(list.data.executions.nodes.every(({ steps }: { steps: unknown[] }) => steps.length > 0)).toBe(
      true,
    );
  });
});
