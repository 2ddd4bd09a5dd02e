import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { PostgresStores, WorkflowExecution } from '#persistence';
import { gives } from '../worker/support/scripted-steps.js';
import type { Script } from '../worker/support/scripted-steps.js';
import { Api } from './support/api.js';
import { eventually } from './support/eventually.js';
import { TestWorker } from './support/worker.js';
import { published, startExecution } from './support/workflows.js';

const once = { retry: { maximumAttempts: 1 } };
const step = (id: string, type: string, configuration: object = {}, more: object = {}) => ({
  ...{ id, type, configuration, ...once, ...more },
});
const to = (sourceStep: string, targetStep: string, sourceOutput = 'out') => ({
  ...{ id: `${sourceStep}-${targetStep}`, sourceStep, sourceOutput, targetStep },
});

/** read ─▶ find ─▶ answer */
const answering = (limit = 3) => ({
  schemaVersion: 1,
  inputs: { question: { type: 'string', required: true } },
  steps: [
    step('read', 'document_ingestion'),
    step('find', 'search', { query: '{{ input.question }}', limit }),
    step('answer', 'synthesis', { question: '{{ input.question }}' }),
  ],
  connections: [to('read', 'find'), to('find', 'answer')],
});

const reference = (kind: string, sha256: string) => ({
  ...{ $ref: `artifact:${sha256}`, kind, count: 1, bytes: 1, sha256 },
});

/** Each attempt costs; what is found depends on how much is looked for. */
const working: Readonly<Record<string, Script>> = {
  read: () => gives({ document_count: 2, cost: 1 }, { documents: reference('documents', 'd') }),
  find: ({ request }) =>
    gives(
      { result_count: 1, cost: 1 },
      { passages: reference('passages', JSON.stringify(request.configuration)) },
    ),
  answer: () => gives({ answer: '42', cost: 1 }, { answer_document: reference('answer', 'a') }),
};
const fails: Script = () => {
  throw new Error('No.');
};

const PLAN = `query ($id: ID!, $from: String, $definition: JSON) {
  rerunPlan(id: $id, from: $from, definition: $definition) {
    reused { path stepId } reusedCount runs { path stepId reason } runsCount complete problems { code path } } }`;
const RERUN = `mutation ($id: ID!, $from: String, $definition: JSON) {
  rerun(id: $id, from: $from, definition: $definition) { execution { id trigger } problems { code path } } }`;
const STATUS = 'query ($id: ID!) { execution(id: $id) { status } }';
const READ = `query ($id: ID!) { execution(id: $id) { status output trigger version rerunOf { id }
  steps { path status attempt reason reused } } }`;

describe('rerunning an execution', () => {
  let api: Api;
  let worker: TestWorker;
  let token: string;

  beforeAll(async () => {
    api = await Api.start();
    worker = await TestWorker.start(api.databaseUrl);
    token = await api.token();
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const ask = async (query: string, variables: object) => {
    const { data, errors } = await api.graphql(query, variables, token);
    if (data === null) throw new Error(JSON.stringify(errors));
    return data;
  };
  const closed = async (id: string) => {
    const ended = ['COMPLETED', 'FAILED', 'CANCELLED'];
    const status = async () => (await ask(STATUS, { id })).execution.status;
    await eventually(status, (now) => ended.includes(now), 'an end', 120_000);
    return (await ask(READ, { id })).execution;
  };
  const started = async (definition: object, input: object = { question: 'Why?' }): Promise<string> => {
    const workflowId = await published(api, token, `Rerun ${Math.random()}`, definition);
    const { execution, problems } = await startExecution(api, token, { workflowId, input });
    expect(problems).toEqual([]);
    return execution.id;
  };
  const plan = async (id: string, more: object = {}) => {
    const { rerunPlan } = await ask(PLAN, { id, ...more });
    expect(rerunPlan.problems).toEqual([]);
    return {
      reused: rerunPlan.reused.map(({ path }: { path: string }) => path),
      runs: rerunPlan.runs.map(({ path, reason }: { path: string; reason: string }) => `${path}: ${reason}`),
    };
  };
  const rerun = async (id: string, more: object = {}) => {
    worker.steps.calls.length = 0;
    const { execution, problems } = (await ask(RERUN, { id, ...more })).rerun;
    expect(problems).toEqual([]);
    return { id: execution.id as string, ...(await closed(execution.id)) };
  };
  const costOf = async (id: string) => {
    const { cost } = await api.app.get(DataSource).getRepository(WorkflowExecution).findOneByOrFail({ id });
    return cost;
  };

  it('takes over what was done, and does what failed and what comes after', async () => {
    worker.steps.use({ ...working, find: fails });
    const id = await started(answering());
    expect(await closed(id)).toMatchObject({ status: 'FAILED', rerunOf: null });

    expect(await plan(id)).toEqual({
      reused: ['read'],
      runs: ['find: It failed before.', 'answer: It was not done before.'],
    });
    worker.steps.use(working);
    const again = await rerun(id);
    expect(worker.steps.calls).toEqual(['find', 'answer']);
    expect(again).toMatchObject({
      ...{ status: 'COMPLETED', trigger: 'rerun', rerunOf: { id } },
      output: { answer: { answer: '42' } },
    });
    expect(again.steps[0]).toEqual({
      ...{ path: 'read', status: 'COMPLETED', attempt: 1, reused: true },
      reason: `Taken over from execution ${id}.`,
    });
    expect(await costOf(id)).toBe(1);
    expect(await costOf(again.id)).toBe(2);
  });

  it('with nothing changed runs nothing, and neither does a rerun of that', async () => {
    worker.steps.use(working);
    const id = await started(answering());
    const first = await closed(id);
    expect(await plan(id)).toEqual({ reused: ['read', 'find', 'answer'], runs: [] });
    const again = await rerun(id);
    const once = await rerun(again.id);
    expect(worker.steps.calls).toEqual([]);
    expect(once).toMatchObject({ status: 'COMPLETED', output: first.output });
    expect(once.steps.map(({ reason }: { reason: string }) => reason)).toEqual(
      Array(3).fill(`Taken over from execution ${again.id}.`),
    );
    expect(await costOf(once.id)).toBe(0);
  });

  it('after an edit of one step does that one and what follows', async () => {
    worker.steps.use(working);
    const id = await started(answering());
    await closed(id);
    const definition = answering(5);
    expect(await plan(id, { definition })).toEqual({
      reused: ['read'],
      runs: [
        'find: Its settings or what it gets have changed.',
        'answer: It comes after "find", which runs.',
      ],
    });
    expect(await rerun(id, { definition })).toMatchObject({ status: 'COMPLETED' });
    expect(worker.steps.calls).toEqual(['find', 'answer']);
  });

  it('does a step that is named again, with what comes after it', async () => {
    worker.steps.use(working);
    const id = await started(answering());
    await closed(id);
    expect(await plan(id, { from: 'find' })).toEqual({
      reused: ['read'],
      runs: ['find: It is where the rerun starts.', 'answer: It comes after "find", which runs.'],
    });
    await rerun(id, { from: 'find' });
    expect(worker.steps.calls).toEqual(['find', 'answer']);
    const nowhere = (await ask(PLAN, { id, from: 'nowhere' })).rerunPlan;
    expect(nowhere).toMatchObject({ runs: [], problems: [{ code: 'STEP_NOT_FOUND', path: '/from' }] });
  });

  it('from the very beginning takes nothing over', async () => {
    worker.steps.use(working);
    const id = await started(answering());
    await closed(id);
    const why = 'All of it is done again.';
    expect(await plan(id, { from: '' })).toEqual({
      reused: [],
      runs: [`read: ${why}`, `find: ${why}`, `answer: ${why}`],
    });
    const again = await rerun(id, { from: '' });
    expect(worker.steps.calls).toEqual(['read', 'find', 'answer']);
    expect(again).toMatchObject({ status: 'COMPLETED', rerunOf: { id } });
  });

  it('does not ask a person again who has decided', async () => {
    worker.steps.use(working);
    const id = await started({
      ...{ schemaVersion: 1, inputs: answering().inputs },
      steps: [
        step('read', 'document_ingestion'),
        { id: 'ask', type: 'approval', configuration: { message: 'Go on?' } },
        step('find', 'search', { query: '{{ input.question }}' }),
      ],
      connections: [to('read', 'ask'), to('ask', 'find', 'approved')],
    });
    const waits = async () => (await ask(READ, { id })).execution;
    await eventually(waits, ({ status }) => status === 'WAITING', 'a question');
    await ask('mutation ($id: ID!) { approve(id: $id, path: "ask", approved: true) { problems { code } } }', {
      id,
    });
    await closed(id);
    expect((await plan(id)).reused).toEqual(['read', 'ask', 'find']);
    const again = await rerun(id);
    expect(await rerun(again.id)).toMatchObject({ status: 'COMPLETED' });
    expect(worker.steps.calls).toEqual([]);
  });

  it('looks into lists that stand outside to say which rounds are done', async () => {
    const documentIds = [randomUUID(), randomUUID()];
    const documents = await api.app.get(PostgresStores).artifacts.put('documents', 2, { documentIds });
    worker.steps.use({ read: () => gives({ document_count: 2 }, { documents }) });
    const id = await started(
      {
        schemaVersion: 1,
        steps: [
          step('read', 'document_ingestion'),
          step('each', 'loop', { mode: 'forEach', items: 'steps.read.documents', maximumRounds: 9 }),
          step('one', 'document_ingestion', { documents: '{{ loop.item }}' }, { parent: 'each' }),
        ],
        connections: [to('read', 'each')],
      },
      {},
    );
    expect(await closed(id)).toMatchObject({ status: 'COMPLETED' });
    expect(await plan(id)).toEqual({ reused: ['read', 'each[0]/one', 'each[1]/one'], runs: [] });
    expect((await plan(id, { from: 'each[1]' })).runs).toEqual([
      'each[1]/one: It is where the rerun starts.',
    ]);
  });

  it('of a long loop does the one round that failed, and what follows the loop', async () => {
    const numbers = Array.from({ length: 500 }, (_, n) => n);
    const item: Script = ({ request }) => {
      if (request.configuration['query'] === 'item 321') throw new Error('No.');
      return gives({ result_count: 1 }, { passages: reference('passages', String(Math.random())) });
    };
    worker.steps.use({ ...working, item });
    const id = await started(
      {
        schemaVersion: 1,
        inputs: { numbers: { type: 'array' } },
        steps: [
          step('each', 'loop', {
            ...{ mode: 'forEach', items: 'input.numbers', concurrency: 50, maximumRounds: 1000 },
            itemErrors: 'collect',
          }),
          step('item', 'search', { query: 'item {{ loop.item }}' }, { parent: 'each' }),
          step('answer', 'synthesis', { question: 'All?' }),
        ],
        connections: [to('each', 'answer', 'done')],
      },
      { numbers },
    );
    expect(await closed(id)).toMatchObject({ status: 'FAILED' });

    const { rerunPlan } = await ask(PLAN, { id });
    expect(rerunPlan).toMatchObject({ reusedCount: 499, runsCount: 2, complete: true, problems: [] });
    expect(rerunPlan.runs).toEqual([
      { path: 'each[321]/item', stepId: 'item', reason: 'It failed before.' },
      { path: 'answer', stepId: 'answer', reason: 'It was not done before.' },
    ]);
    worker.steps.use(working);
    const again = await rerun(id);
    expect(again.status).toBe('COMPLETED');
    expect(worker.steps.calls).toEqual(['each[321]/item', 'answer']);
    const rows = await api.app.get(DataSource).query(
      `SELECT count(*)::int AS number, bool_and(attempt = 1) AS once FROM workflow_steps
         WHERE execution_id = $1 AND step_id = 'item' AND reason = $2 AND reused`,
      [again.id, `Taken over from execution ${id}.`],
    );
    expect(rows).toEqual([{ number: 499, once: true }]);
  }, 180_000);

  it('refuses an execution that has not ended, and a definition that it cannot run', async () => {
    worker.steps.use(working);
    const id = await started(
      {
        ...{
          schemaVersion: 1,
          steps: [{ id: 'wait', type: 'wait_for_event', configuration: { event: 'x' } }],
        },
      },
      {},
    );
    const open = { problems: [{ code: 'EXECUTION_OPEN', path: '/id' }] };
    expect((await ask(PLAN, { id })).rerunPlan).toMatchObject(open);
    expect((await ask(RERUN, { id })).rerun).toEqual({ execution: null, ...open });
    await ask('mutation ($id: ID!) { cancelExecution(id: $id) { problems { code } } }', { id });
    await closed(id);
    await api.app.get(DataSource).getRepository(WorkflowExecution).update({ id }, { stepRows: 60_000 });
    const { rerun: long } = await ask(RERUN, { id });
    expect(long.problems).toEqual([{ code: 'REUSE_TOO_LARGE', path: '/from' }]);
    await api.app.get(DataSource).getRepository(WorkflowExecution).update({ id }, { stepRows: 1 });
    const { rerun: broken } = await ask(RERUN, {
      id,
      definition: { ...answering(), connections: [to('read', 'gone')] },
    });
    expect(broken.execution).toBeNull();
    expect(broken.problems.map(({ path }: { path: string }) => path)).toContain('/connections/0/targetStep');
    const { rerun: asking } = await ask(RERUN, { id, definition: answering() });
    expect(asking).toEqual({
      ...{ execution: null, problems: [{ code: 'MISSING_INPUT', path: '/input/question' }] },
    });
  });

  it("reads as not found for somebody else's", async () => {
    worker.steps.use(working);
    const id = await started(answering());
    await closed(id);
    const stranger = await api.stranger();
    expect((await api.graphql(PLAN, { id }, stranger)).codes).toEqual(['NOT_FOUND']);
    expect((await api.graphql(RERUN, { id }, stranger)).codes).toEqual(['NOT_FOUND']);
  });
});
