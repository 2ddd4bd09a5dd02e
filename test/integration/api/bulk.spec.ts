import { Gate, gives } from '../worker/support/scripted-steps.js';
import type { Script } from '../worker/support/scripted-steps.js';
import { Api, bodyOf } from './support/api.js';
import { eventually } from './support/eventually.js';
import { TestWorker } from './support/worker.js';
import { published } from './support/workflows.js';

/** look ─▶ tell, over one name at a time */
const greeting = {
  schemaVersion: 1,
  inputs: { name: { type: 'string', required: true }, times: { type: 'number', default: 2 } },
  steps: [
    {
      id: 'look',
      type: 'search',
      configuration: { query: '{{ input.name }}' },
      retry: { maximumAttempts: 1 },
    },
    {
      ...{ id: 'tell', type: 'transform' },
      configuration: { values: { text: 'input.name', found: 'steps.look.result_count * input.times' } },
    },
  ],
  connections: [{ id: 'c', sourceStep: 'look', targetStep: 'tell' }],
};

const looks: Script = ({ request }) => {
  if (request.configuration['query'] === 'Bo') throw new Error('Bo is away.');
  return gives({ result_count: 1 });
};

const START = `mutation ($input: StartBulkExecutionInput!) { startBulkExecution(input: $input) {
  execution { id trigger bulk { rows concurrency itemErrors } } problems { code path message } } }`;
const AGAIN = `mutation ($id: ID!) { rerunFailedRows(id: $id) {
  execution { id input bulk { rows } rerunOf { id } } problems { code path } } }`;
const READ = `query ($id: ID!) { execution(id: $id) { status error { code } }
  executionSteps(id: $id, parentPath: "@rows") { totalCount nodes { path iteration status output error { code } } } }`;
const ROWS = `query ($id: ID!, $statuses: [RowStatus!], $from: Int, $first: Int, $after: String) {
  executionRows(id: $id, statuses: $statuses, from: $from, first: $first, after: $after) { totalCount
    counts { pending running waiting blocked completed failed cancelled notRun }
    nodes { number path status input result error { code path } } pageInfo { hasNextPage endCursor } } }`;

describe('running a workflow over a table of inputs', () => {
  let api: Api;
  let worker: TestWorker;
  let token: string;
  let workflowId: string;

  beforeAll(async () => {
    api = await Api.start();
    worker = await TestWorker.start(api.databaseUrl);
    token = await api.token();
    workflowId = await published(api, token, 'Greeting', greeting);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });
  beforeEach(() => worker.steps.use({ look: looks }));

  const ask = async (query: string, variables: object) => {
    const { data, errors } = await api.graphql(query, variables, token);
    if (data === null) throw new Error(JSON.stringify(errors));
    return data;
  };
  const start = async (input: object) =>
    (await ask(START, { input: { workflowId, ...input } })).startBulkExecution;
  const closed = (id: string) => {
    const ended = ['COMPLETED', 'FAILED', 'CANCELLED'];
    return eventually(
      () => ask(READ, { id }),
      ({ execution }) => ended.includes(execution.status),
      'an end',
      60_000,
    );
  };
  const results = async (id: string, query = '') => {
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${api.url}/api/v1/executions/${id}/results${query}`, { headers });
  };
  const lines = async (id: string) =>
    (await (await results(id)).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('runs it once for each row, and says of each what came of it', async () => {
    const rows = [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy', times: 5 }];
    const { execution, problems } = await start({ rows, concurrency: 2 });
    expect(problems).toEqual([]);
    expect(execution).toMatchObject({
      ...{ trigger: 'bulk', bulk: { rows: 3, concurrency: 2, itemErrors: 'COLLECT' } },
    });
    const { execution: ended, executionSteps } = await closed(execution.id);
    expect(ended).toEqual({ status: 'FAILED', error: { code: 'ITEMS_FAILED' } });
    expect(executionSteps.totalCount).toBe(3);
    expect(executionSteps.nodes[2]).toEqual({
      ...{ path: '@rows[2]', iteration: 2, status: 'COMPLETED', error: null },
      output: { facts: { result: { tell: { text: 'Cy', found: 5 } } }, references: {} },
    });
    const told = await lines(execution.id);
    expect(told).toMatchObject([
      { row: 1, status: 'completed', result: { tell: { text: 'Ann', found: 2 } }, error: null },
      { row: 2, status: 'failed', result: null, error: { path: '@rows[1]/look' } },
      { row: 3, status: 'completed', input: { name: 'Cy', times: 5 } },
    ]);
    const csv = await results(execution.id, '?format=csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await csv.text()).split('\r\n').map((line) => line.split(',').slice(0, 2).join())).toEqual([
      ...['row,status', '1,completed', '2,failed', '3,completed', ''],
    ]);
    const other = await results(execution.id, '?format=xml');
    expect([other.status, (await bodyOf(other)).code]).toEqual([400, 'BAD_INPUT']);
  });

  it('gives the rows page by page, those that stand in one way alone too', async () => {
    const names = ['Ann', 'Bo', 'Cy', 'Bo', 'Di'];
    const { execution } = await start({ rows: names.map((name) => ({ name })) });
    await closed(execution.id);
    const page = async (more: object) => (await ask(ROWS, { id: execution.id, ...more })).executionRows;
    const first = await page({ first: 2 });
    expect(first).toMatchObject({
      totalCount: 5,
      counts: { completed: 3, failed: 2, pending: 0, notRun: 0 },
      nodes: [
        {
          ...{ number: 1, path: '@rows[0]', status: 'COMPLETED', input: { name: 'Ann', times: 2 } },
          ...{ result: { tell: { text: 'Ann', found: 2 } }, error: null },
        },
        { number: 2, status: 'FAILED', result: null, error: { path: '@rows[1]/look' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const rest = await page({ after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ number }: { number: number }) => number)).toEqual([3, 4, 5]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const failed = await page({ statuses: ['FAILED'], first: 1 });
    expect(failed).toMatchObject({ totalCount: 2, nodes: [{ number: 2 }], pageInfo: { hasNextPage: true } });
    const next = await page({ statuses: ['FAILED'], after: failed.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ number: 4 }], pageInfo: { hasNextPage: false } });
    const late = await page({ from: 4, first: 1 });
    expect(late).toMatchObject({ totalCount: 2, nodes: [{ number: 4 }], counts: { failed: 2 } });
  });

  it('runs the rows that failed again, and no others', async () => {
    const { execution } = await start({ rowsText: 'name,times\nAnn,1\nBo,3\n', rowsFormat: 'CSV' });
    await closed(execution.id);
    worker.steps.use({ look: () => gives({ result_count: 2 }) });
    const { rerunFailedRows: again } = await ask(AGAIN, { id: execution.id });
    expect(again).toMatchObject({
      execution: { bulk: { rows: 1 }, rerunOf: { id: execution.id } },
      problems: [],
    });
    expect(again.execution.input).toEqual({ '@rows': [{ name: 'Bo', times: 3 }] });
    expect((await closed(again.execution.id)).execution.status).toBe('COMPLETED');
    const { rerunFailedRows: none } = await ask(AGAIN, { id: again.execution.id });
    expect(none).toEqual({ execution: null, problems: [{ code: 'NOTHING_FAILED', path: '/id' }] });
  });

  it('can be rerun like any other: rows that were done are taken over', async () => {
    const { execution } = await start({ rows: [{ name: 'Ann' }, { name: 'Bo' }] });
    await closed(execution.id);
    worker.steps.use({ look: () => gives({ result_count: 2 }) });
    const { rerun } = await ask(
      'mutation ($id: ID!) { rerun(id: $id) { execution { id bulk { rows } } problems { code } } }',
      { id: execution.id },
    );
    expect(rerun).toMatchObject({ execution: { bulk: { rows: 2 } }, problems: [] });
    expect((await closed(rerun.execution.id)).execution.status).toBe('COMPLETED');
    expect(worker.steps.calls).toEqual(['@rows[1]/look']);
  });

  it('takes tables that are too big to travel, as an uploaded file too', async () => {
    worker.steps.use({});
    const quick = {
      ...greeting,
      steps: [{ id: 'tell', type: 'transform', configuration: { values: { text: 'input.name' } } }],
      connections: [],
    };
    const id = await published(api, token, 'Quick', quick);
    const text = Array.from({ length: 1_500 }, (_, n) => JSON.stringify({ name: `${n} ${'x'.repeat(60)}` }));
    const upload = await bodyOf(api.upload(token, { 'names.jsonl': text.join('\n') }));
    const rowsDocumentId = upload.documents[0].id;
    const { execution, problems } = await start({ workflowId: id, rowsDocumentId, concurrency: 100 });
    expect(problems).toEqual([]);
    expect(execution.bulk.rows).toBe(1_500);
    expect((await closed(execution.id)).execution.status).toBe('COMPLETED');
    const told = await lines(execution.id);
    expect(told).toHaveLength(1_500);
    expect(told.every(({ status }) => status === 'completed')).toBe(true);
    expect(told[1_499]).toMatchObject({ row: 1_500, input: { name: JSON.parse(text[1_499] ?? '').name } });
  });

  it('refuses rows that the workflow cannot take, and names them', async () => {
    const place = (problems: readonly { code: string; path: string }[]) =>
      problems.map(({ code, path }) => `${code} ${path}`);
    const wrong = await start({ rows: [{ name: 'Ann' }, { times: 'two' }] });
    expect(wrong.execution).toBeNull();
    expect(place(wrong.problems)).toEqual(['MISSING_INPUT /rows/1/name', 'BAD_INPUT /rows/1/times']);
    expect(place((await start({ rowsText: 'a,a', rowsFormat: 'CSV' })).problems)).toEqual([
      'ROWS_UNREADABLE /rowsText',
    ]);
    expect(place((await start({ rowsText: 'a' })).problems)).toEqual(['BAD_INPUT /rowsFormat']);
    expect(place((await start({})).problems)).toEqual(['BAD_INPUT /rows']);
    expect(place((await start({ rows: { name: 'Ann' } })).problems)).toEqual(['BAD_INPUT /rows']);
  });

  it('gives the same execution for the same key', async () => {
    const key = { rows: [{ name: 'Ann' }], idempotencyKey: 'table' };
    const first = await start(key);
    expect((await start(key)).execution.id).toBe(first.execution.id);
    const { problems } = await start({ ...key, concurrency: 3 });
    expect(problems).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    await closed(first.execution.id);
  });

  it('lets one row be paused while the others go on', async () => {
    const gate = new Gate();
    worker.steps.use({ look: () => gate.opened.then(() => gives({ result_count: 1 })) });
    const { execution } = await start({ rows: [{ name: 'Ann' }, { name: 'Cy' }] });
    const begun = async () => worker.steps.calls.length;
    await eventually(begun, (calls) => calls === 2, 'both rows');
    const { counts } = (await ask(ROWS, { id: execution.id })).executionRows;
    expect(counts).toMatchObject({ running: 2, pending: 0, completed: 0 });
    const control = async (name: string, path: string) =>
      (
        await ask(
          `mutation ($id: ID!, $path: String) { ${name}(id: $id, path: $path) { problems { code } } }`,
          { id: execution.id, path },
        )
      )[name].problems;
    expect(await control('pauseExecution', '@rows[0]')).toEqual([]);
    expect(await control('pauseExecution', '@rows[0]/nowhere')).toEqual([{ code: 'STEP_NOT_FOUND' }]);
    gate.open();
    const other = async () => (await ask(READ, { id: execution.id })).executionSteps.nodes;
    const [ended] = await eventually(other, (rows) => rows.length === 1, 'one row');
    expect(ended).toMatchObject({ path: '@rows[1]', status: 'COMPLETED' });
    expect(await lines(execution.id)).toMatchObject([{ status: 'pending' }, { status: 'completed' }]);
    expect(await control('resumeExecution', '@rows[0]')).toEqual([]);
    expect((await closed(execution.id)).execution.status).toBe('COMPLETED');
  });
});
