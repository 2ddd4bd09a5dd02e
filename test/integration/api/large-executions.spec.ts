import { randomUUID } from 'node:crypto';
import { ChildExecutions, ExecutionRecorder, UsersRepository, WorkflowExecution } from '#persistence';
import { DataSource } from 'typeorm';
import { condition, round, status, step, variable } from '../persistence/support/records.js';
import { Api } from './support/api.js';
import { greeting } from './support/definitions.js';
import { published } from './support/workflows.js';

const ROUNDS = 2_000;

describe('an execution with a long loop, and those within it', () => {
  let api: Api;
  let token: string;
  let id: string;
  let childId: string;

  beforeAll(async () => {
    api = await Api.start();
    token = await api.token();
    const owner = (await api.app.get(UsersRepository).findAdministrator())?.id ?? '';
    const workflowId = await published(api, token, 'Greeting');
    id = randomUUID();
    await api.app
      .get(DataSource)
      .getRepository(WorkflowExecution)
      .insert({
        ...{ id, userId: owner, version: 1, definitionHash: 'x', executionName: 'Long', inputData: {} },
        ...{ executionGraph: greeting, status: 'running' },
      });
    await api.app
      .get(ExecutionRecorder)
      .apply(id, [
        status(1, 'running', 0, 2),
        step(2, 'each', 'running', { stepType: 'loop' }),
        ...Array.from({ length: ROUNDS }, (_, n) => [
          round(10 * n + 10, n, n === 1_500 ? 'failed' : 'completed'),
          step(10 * n + 11, `each[${n}]/a`, n === 1_999 ? 'waiting' : 'completed', { reason: 'Because.' }),
          variable(10 * n + 12, 'item', n, `each[${n}]`),
          condition(10 * n + 13, `each[${n}]/a`, 'true'),
        ]).flat(),
      ]);
    const child = await api.app.get(ChildExecutions).prepare({
      ...{ parentExecutionId: id, path: 'each[3]/call', attempt: 1, workflowId, version: 'published' },
      input: { name: 'Ann' },
    });
    childId = child.kind === 'prepared' ? child.execution.id : '';
  });
  afterAll(() => api.stop());

  const ask = async (query: string, variables: object = {}) => {
    const { data, errors } = await api.graphql(query, { id, ...variables }, token);
    if (data === null) throw new Error(JSON.stringify(errors));
    return data;
  };

  it('shows what matters at once and says how much is left out', async () => {
    const { execution } = await ask(
      'query ($id: ID!) { execution(id: $id) { stepsOmitted steps { path waitsFor } } }',
    );
    expect(execution.steps).toEqual([
      { path: 'each', waitsFor: null },
      { path: 'each[1999]/a', waitsFor: 'Because.' },
    ]);
    expect(execution.stepsOmitted).toBe(2 * ROUNDS - 1);
  });

  it('can be read page by page: rounds, steps of a round, steps by status', async () => {
    const STEPS = `query ($id: ID!, $parentPath: String, $statuses: [StepStatus!], $after: String) {
      executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { path iteration stepId } } }`;
    const rounds: number[] = [];
    let after: string | null = null;
    for (;;) {
      const { executionSteps: page } = await ask(STEPS, { parentPath: 'each', after });
      expect(page.totalCount).toBe(ROUNDS);
      rounds.push(...page.nodes.map(({ iteration }: { iteration: number }) => iteration));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(rounds).toEqual(Array.from({ length: ROUNDS }, (_, n) => n));
    const paths = async (variables: object) =>
      (await ask(STEPS, variables)).executionSteps.nodes.map(({ path }: { path: string }) => path);
    expect(await paths({ parentPath: '' })).toEqual(['each']);
    expect(await paths({ parentPath: 'each[12]' })).toEqual(['each[12]/a']);
    expect(await paths({ parentPath: 'each', statuses: ['FAILED'] })).toEqual(['each[1500]']);
    expect(await paths({ statuses: ['WAITING', 'BLOCKED'] })).toEqual(['each[1999]/a']);
    const wrong = await api.graphql(STEPS, { id, after: 'bm8' }, token);
    expect(wrong.codes).toEqual(['BAD_INPUT']);
  });

  it('shows variables by scope and every decision', async () => {
    const { execution } = await ask(`query ($id: ID!) { execution(id: $id) {
      here: variables(scopePath: "each[7]") { nodes { scopePath name value } }
      all: variables(first: 2) { totalCount pageInfo { hasNextPage } }
      conditions(path: "each[7]/a") { nodes { expression operands result at } } } }`);
    expect(execution.here.nodes).toEqual([{ scopePath: 'each[7]', name: 'item', value: 7 }]);
    expect(execution.all).toEqual({ totalCount: ROUNDS, pageInfo: { hasNextPage: true } });
    expect(execution.conditions.nodes).toMatchObject([
      { expression: 'a > 1', operands: { a: null }, result: 'TRUE' },
    ]);
  });

  it('leads to the executions within it, and back', async () => {
    const { execution } = await ask(
      'query ($id: ID!) { execution(id: $id) { parent { id } children { totalCount nodes { id trigger parentPath parent { id } } } } }',
    );
    expect(execution).toEqual({
      parent: null,
      children: {
        totalCount: 1,
        nodes: [{ id: childId, trigger: 'sub_workflow', parentPath: 'each[3]/call', parent: { id } }],
      },
    });
    const list = async (filter: string) =>
      (await ask(`{ executions(filter: ${filter}) { nodes { id } } }`)).executions.nodes.map(
        ({ id: one }: { id: string }) => one,
      );
    expect(await list('{}')).toEqual([id]);
    expect(new Set(await list('{ includeChildren: true }'))).toEqual(new Set([id, childId]));
  });

  it('does not start one within it on its own', async () => {
    const { data } = await api.graphql(
      'mutation ($id: ID!) { cancelExecution(id: $id) { execution { status } problems { code } } }',
      { id: childId },
      token,
    );
    expect(data.cancelExecution).toEqual({
      execution: { status: 'PENDING' },
      problems: [{ code: 'UNAVAILABLE' }],
    });
  });
});
