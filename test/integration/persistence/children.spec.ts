import { randomUUID } from 'node:crypto';
import {
  ChildExecutions,
  ExecutionRecorder,
  ExecutionsRepository,
  OpenExecutions,
  UnknownExecutionError,
  VersionsRepository,
  WorkflowExecution,
  WorkflowsRepository,
} from '#persistence';
import type { ChildRequest } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertExecution, insertUser } from './support/fixtures.js';
import { status } from './support/records.js';

jest.setTimeout(60_000);

const DEFINITION = {
  schemaVersion: 1,
  inputs: {
    name: { type: 'string', required: true },
    times: { type: 'number', default: 2 },
    file: { type: 'documents' },
  },
  variables: {},
  steps: [{ id: 'greet', type: 'transform', configuration: { values: { text: 'input.name' } } }],
  connections: [],
  metadata: {},
};
const FIRST = { first: 10, after: null };

describe('executions that run for a step of another one', () => {
  let database: TestDatabase;
  let children: ChildExecutions;
  let executions: ExecutionsRepository;
  let owner: string;
  let parentId: string;
  let workflowId: string;

  beforeAll(async () => {
    database = await createDatabase();
    children = new ChildExecutions(database.dataSource);
    executions = new ExecutionsRepository(database.dataSource);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    owner = await insertUser(database.dataSource);
    parentId = await insertExecution(database.dataSource, owner);
    workflowId = await published(owner);
  });

  async function published(userId: string): Promise<string> {
    const workflows = new WorkflowsRepository(database.dataSource);
    const workflow = await workflows.insert({
      ...{ name: `Greeting ${randomUUID()}`, description: '', userId, collectionId: null, tags: [] },
      definition: DEFINITION,
    });
    const id = workflow?.id ?? '';
    await publish(userId, id, 'hash 1');
    return id;
  }
  const publish = (userId: string, id: string, definitionHash: string) =>
    new VersionsRepository(database.dataSource).publish(userId, id, {
      ...{ definition: DEFINITION, definitionHash, draft: 1, note: null },
    });
  const request = (over: Partial<ChildRequest> = {}): ChildRequest => ({
    ...{ parentExecutionId: parentId, path: 'each[3]/call', attempt: 1, workflowId, version: 'published' },
    ...{ input: { name: 'Ann' }, ...over },
  });
  const prepared = async (over: Partial<ChildRequest> = {}) => {
    const answer = await children.prepare(request(over));
    if (answer.kind === 'refused') throw new Error(answer.message);
    return answer.execution;
  };
  const refusal = async (over: Partial<ChildRequest>) => {
    const answer = await children.prepare(request(over));
    return answer.kind === 'refused' ? `${answer.code}: ${answer.message}` : answer.kind;
  };

  it('are made once for each attempt of the step, also at once, and whatever is published meanwhile', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => prepared()));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all[0]).toMatchObject({
      ...{ userId: owner, status: 'pending', trigger: 'sub_workflow', version: 1 },
      ...{ parentExecutionId: parentId, parentPath: 'each[3]/call', parentAttempt: 1 },
      ...{ inputData: { name: 'Ann', times: 2 }, documents: null },
    });
    await publish(owner, workflowId, 'hash 2');
    expect(await prepared()).toMatchObject({ id: all[0]?.id, version: 1 });
    expect(await prepared({ attempt: 2 })).toMatchObject({ version: 2 });
    expect(await prepared({ attempt: 3, version: 1 })).toMatchObject({ version: 1 });
  });

  it('are of published workflows and versions of the same owner', async () => {
    const foreign = await published(await insertUser(database.dataSource));
    const none = randomUUID();
    expect(await refusal({ workflowId: foreign })).toBe(
      `SUB_WORKFLOW_NOT_FOUND: There is no workflow ${foreign}.`,
    );
    expect(await refusal({ workflowId: none })).toContain(none);
    expect(await refusal({ workflowId: "'; --" })).toBe(
      "SUB_WORKFLOW_NOT_FOUND: There is no workflow '; --.",
    );
    for (const version of [2, 0, 1.5, 1e12]) {
      expect(await refusal({ version })).toContain(`has no version ${version}.`);
    }
    await new WorkflowsRepository(database.dataSource).archive(owner, workflowId);
    expect(await refusal({})).toContain('is not published.');
  });

  it('have to be given what their workflow declares', async () => {
    expect(await refusal({ input: { name: 7, more: 1 } })).toMatch(
      /^SUB_WORKFLOW_INPUT: The input does not fit .* no input "more".* has to be of type string/,
    );
    const documents = { $ref: 'artifact:1', kind: 'documents', count: 1, bytes: 2, sha256: 'a' };
    expect(
      await prepared({ input: { name: 'Ann', file: { ...documents, id: 'd', name: 'a.txt' } } }),
    ).toMatchObject({
      ...{ documents, inputData: { name: 'Ann', times: 2 } },
    });
    expect(await refusal({ attempt: 2, input: { name: 'Ann', file: 'a.txt' } })).toContain(
      'SUB_WORKFLOW_INPUT',
    );
  });

  it('neither run within themselves nor without end', async () => {
    const first = await prepared();
    expect(await refusal({ parentExecutionId: first.id })).toContain('SUB_WORKFLOW_RECURSION');
    const between = await published(owner);
    const second = await prepared({ parentExecutionId: first.id, workflowId: between });
    expect(await refusal({ parentExecutionId: second.id })).toContain('cannot run within itself');

    let deepest = second;
    for (let level = 3; level <= 8; level++) {
      deepest = await prepared({ parentExecutionId: deepest.id, workflowId: await published(owner) });
    }
    expect(await refusal({ parentExecutionId: deepest.id, workflowId: await published(owner) })).toContain(
      '8 deep',
    );
    const answer = await children.prepare(request({ parentExecutionId: first.id, workflowId: between }));
    expect(answer).toMatchObject({ kind: 'prepared', ancestors: ['', workflowId] });
  });

  it('need a parent', async () => {
    await expect(children.prepare(request({ parentExecutionId: randomUUID() }))).rejects.toThrow(
      UnknownExecutionError,
    );
  });

  it('stay out of lists, limits and the sweep unless they are asked for', async () => {
    const child = await prepared();
    const ids = async (includeChildren?: boolean) =>
      (await executions.list(owner, { includeChildren: includeChildren ?? null }, FIRST)).items.map(
        ({ row }) => row.id,
      );
    expect(await ids()).toEqual([parentId]);
    expect(new Set(await ids(true))).toEqual(new Set([parentId, child.id]));
    expect((await executions.children(parentId, FIRST)).items.map(({ row }) => row.id)).toEqual([child.id]);
    expect(await executions.countOpen(owner)).toBe(1);
    expect((await executions.listPending(-60_000, null, 100)).map(({ id }) => id)).not.toContain(child.id);
  });

  it('are found when their parent ended before it could start them', async () => {
    const child = await prepared();
    const open = new OpenExecutions(database.dataSource);
    expect(await open.abandoned(-60_000, 10)).toEqual([]);
    await new ExecutionRecorder(database.dataSource).apply(parentId, [status(1, 'cancelled', 0, 1)]);
    expect(await open.abandoned(-60_000, 10)).toEqual([child.id]);
    expect(await open.abandoned(60_000, 10)).toEqual([]);
    await new ExecutionRecorder(database.dataSource).apply(child.id, [status(0, 'cancelled', 0, 0)]);
    expect(await open.abandoned(-60_000, 10)).toEqual([]);
  });

  it('go with their parent', async () => {
    const child = await prepared();
    await database.dataSource.getRepository(WorkflowExecution).delete({ id: parentId });
    expect(await executions.find(owner, child.id)).toBeNull();
  });
});
