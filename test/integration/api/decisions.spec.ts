import { Gate, gives } from '../worker/support/scripted-steps.js';
import { Api } from './support/api.js';
import { decide as decideIn } from './support/decide.js';
import { eventually } from './support/eventually.js';
import { TestWorker } from './support/worker.js';
import { published, startExecution } from './support/workflows.js';

const step = (id: string, type: string, more: object = {}) => ({ id, type, ...more });
const definition = (steps: object[], connections: object[] = [], more: object = {}) => ({
  ...{ schemaVersion: 1, steps, connections, ...more },
});
const to = (sourceStep: string, targetStep: string, sourceOutput = 'out') => ({
  ...{ id: `${sourceStep}-${sourceOutput}-${targetStep}`, sourceStep, sourceOutput, targetStep },
});

/** Asks a person, whoever that is. */
const asking = (assignees: string[]) =>
  definition(
    [
      step('ask', 'approval', { configuration: { message: 'Publish?', assignees, timeout: '2h' } }),
      step('yes', 'transform', {
        configuration: { values: { by: 'steps.ask.actor', note: 'steps.ask.comment' } },
      }),
      step('no', 'transform', { configuration: { values: { by: 'steps.ask.actor' } } }),
    ],
    [to('ask', 'yes', 'approved'), to('ask', 'no', 'rejected')],
  );

/** Blocks when reading fails. */
const blocking = definition(
  [
    step('read', 'document_ingestion', { onError: 'block', retry: { maximumAttempts: 1 } }),
    step('after', 'transform', {
      configuration: { values: { count: 'coalesce(steps.read.document_count, 0)' } },
    }),
  ],
  [to('read', 'after')],
);

/** Waits for an event, and gives a variable afterwards. */
const waiting = definition(
  [
    step('wait', 'wait_for_event', { configuration: { event: 'paid' } }),
    step('after', 'transform', {
      configuration: { values: { paid: 'steps.wait.payload', limit: 'variables.limit' } },
    }),
  ],
  [to('wait', 'after', 'received')],
  { variables: { limit: { type: 'number', default: 1 } } },
);

const READ = `query ($id: ID!) { execution(id: $id) { status output
  variables(scopePath: "") { nodes { name value } }
  steps { path status attempt reason waitsFor dueAt startedAt approval { message assignees } configuration } } }`;
const LOG = 'query ($id: ID!) { executionEvents(id: $id) { kind path message data } }';

describe('what people decide in an execution', () => {
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

  const read = async (id: string) => (await api.graphql(READ, { id }, token)).data.execution;
  const reaching = (id: string, status: string) =>
    eventually(
      () => read(id),
      (execution) => execution.status === status,
      status,
    );
  const log = async (id: string) => (await api.graphql(LOG, { id }, token)).data.executionEvents;

  const decide = (name: string, id: string, args: Readonly<Record<string, unknown>> = {}) =>
    decideIn(api, token, name, id, args);

  async function started(name: string, of: object): Promise<string> {
    const workflowId = await published(api, token, `${name} ${Math.random()}`, of);
    const { execution, problems } = await startExecution(api, token, { workflowId });
    expect(problems).toEqual([]);
    return execution.id;
  }

  const codes = ({ problems }: { problems: { code: string; path: string }[] }) =>
    problems.map(({ code, path }) => `${code} ${path}`);

  it('approve: shows who is asked what until when, and names who decided', async () => {
    const id = await started('Asking', asking(['ADMIN@sluice.local']));
    const { steps } = await reaching(id, 'WAITING');
    const [ask] = steps;
    expect(ask).toMatchObject({
      ...{ path: 'ask', status: 'WAITING', reason: expect.stringContaining('approval') },
      approval: { message: 'Publish?', assignees: ['ADMIN@sluice.local'] },
    });
    expect(ask.waitsFor).toBe(ask.reason);
    expect(Date.parse(ask.dueAt) - Date.parse(ask.startedAt)).toBe(2 * 3_600_000);

    expect(codes(await decide('approve', id, { path: 'nowhere', approved: true }))).toEqual([
      'STEP_NOT_FOUND /path',
    ]);
    expect(codes(await decide('approve', id, { path: 'yes', approved: true }))).toEqual([
      'STEP_NOT_WAITING /path',
    ]);
    const done = await decide('approve', id, { path: 'ask', approved: true, comment: 'Well done.' });
    expect(done.problems).toEqual([]);
    expect((await reaching(id, 'COMPLETED')).output).toEqual({
      yes: { by: 'admin@sluice.local', note: 'Well done.' },
    });
    const told = (await log(id)).find(({ kind }: { kind: string }) => kind === 'control.approve');
    expect(told).toMatchObject({
      ...{ path: 'ask', message: 'admin@sluice.local approved "ask": Well done.' },
      data: { actor: { name: 'admin@sluice.local' }, detail: { approved: true, comment: 'Well done.' } },
    });
    expect(codes(await decide('approve', id, { path: 'ask', approved: true }))).toEqual([
      'EXECUTION_CLOSED ',
    ]);
  });

  it('approve: only those who are asked may', async () => {
    const id = await started('Asking others', asking(['somebody@example.org']));
    await reaching(id, 'WAITING');
    const refused = await decide('approve', id, { path: 'ask', approved: false });
    expect(refused).toMatchObject({
      execution: { status: 'WAITING' },
      problems: [{ code: 'NOT_ASSIGNED', path: '/path', stepId: 'ask' }],
    });
    await decide('cancelExecution', id);
    await reaching(id, 'CANCELLED');
  });

  it('approve: those who are asked may although it is not theirs, and see no more than that', async () => {
    const ann = await api.stranger('Ann@example.org');
    const eve = await api.stranger('eve@example.org');
    const id = await started('Asking Ann', asking(['ann@EXAMPLE.org', 'bob@example.org']));
    await reaching(id, 'WAITING');
    const waits = async (of: string) => {
      const list = await api.graphql(
        '{ approvals { totalCount nodes { executionId path message assignees dueAt } } }',
        {},
        of,
      );
      return list.data.approvals.nodes;
    };
    const approve = (by: string, path = 'ask') =>
      api.graphql(
        `mutation ($id: ID!, $path: String!) { approve(id: $id, path: $path, approved: true) { execution { id } problems { code } } }`,
        { id, path },
        by,
      );
    expect(await waits(ann)).toMatchObject([{ executionId: id, path: 'ask', message: 'Publish?' }]);
    expect([await waits(eve), await waits(token)]).toEqual([[], []]);
    expect([(await approve(eve)).codes, (await approve(ann, 'yes')).codes]).toEqual([
      ['NOT_FOUND'],
      ['NOT_FOUND'],
    ]);
    expect((await api.graphql(READ, { id }, ann)).codes).toEqual(['NOT_FOUND']);
    expect((await approve(ann)).data.approve).toEqual({ execution: null, problems: [] });
    expect((await reaching(id, 'COMPLETED')).output).toEqual({ yes: { by: 'Ann@example.org' } });
    expect(await waits(ann)).toEqual([]);
  });

  it('approve: asks the owner when nobody is named', async () => {
    const id = await started('Asking anybody', asking([]));
    await reaching(id, 'WAITING');
    const { data } = await api.graphql(
      '{ approvals(first: 10) { nodes { executionId assignees } } }',
      {},
      token,
    );
    expect(data.approvals.nodes).toEqual([{ executionId: id, assignees: [] }]);
    expect((await decide('approve', id, { path: 'ask', approved: false })).problems).toEqual([]);
    await reaching(id, 'COMPLETED');
  });

  it('retryStep: tries again, with settings that are checked first', async () => {
    worker.steps.use({
      read: ({ request, attempt }) => {
        if (attempt === 1) throw new Error('The store is away.');
        return gives({
          document_count: Number((request.configuration as { maximumDocuments?: number }).maximumDocuments),
        });
      },
    });
    const id = await started('Retried', blocking);
    const { steps } = await reaching(id, 'BLOCKED');
    expect(steps.at(-1)).toMatchObject({ path: 'read', status: 'BLOCKED', attempt: 1 });
    expect(steps.at(-1).waitsFor).toContain('retry');

    const retry = async (configuration: unknown) =>
      codes(await decide('retryStep', id, { path: 'read', configuration }));
    expect(await retry({ nothing: 1 })).toEqual(['CONFIGURATION_INVALID /configuration/nothing']);
    expect(await retry([1])).toEqual(['BAD_INPUT /configuration']);
    expect(await retry({ text: 'x'.repeat(70_000) })).toEqual(['VALUE_TOO_LARGE /configuration']);
    expect(codes(await decide('retryStep', id, { path: 'after' }))).toEqual(['STEP_NOT_BLOCKED /path']);

    expect(await retry(null)).toEqual([]);
    const ended = await reaching(id, 'COMPLETED');
    expect(ended.steps).toMatchObject([
      { path: 'read', attempt: 1, status: 'FAILED' },
      { path: 'read', attempt: 2, status: 'COMPLETED' },
      { path: 'after', status: 'COMPLETED' },
    ]);
  });

  it('skipStep and giveUpStep: go on past it, or let it fail', async () => {
    worker.steps.use({
      read: () => {
        throw new Error('No.');
      },
    });
    const [skipped, empty, given] = await Promise.all(
      [1, 2, 3].map((n) => started(`Skipped ${n}`, blocking)),
    );
    for (const id of [skipped, empty, given]) await reaching(id ?? '', 'BLOCKED');
    expect(codes(await decide('skipStep', skipped ?? '', { path: 'read', output: 'text' }))).toEqual([
      'BAD_INPUT /output',
    ]);
    expect(
      (await decide('skipStep', skipped ?? '', { path: 'read', output: { document_count: 7 } })).problems,
    ).toEqual([]);
    expect((await reaching(skipped ?? '', 'COMPLETED')).output).toEqual({ after: { count: 7 } });
    await decide('giveUpStep', given ?? '', { path: 'read' });
    await reaching(given ?? '', 'FAILED');
    await decide('skipStep', empty ?? '', { path: 'read' });
    const { steps } = await eventually(
      () => read(empty ?? ''),
      ({ status }) => status === 'COMPLETED' || status === 'FAILED',
      'ends',
    );
    expect(steps.find(({ path }: { path: string }) => path === 'read')).toMatchObject({ status: 'SKIPPED' });
  });

  it('sendEvent and setVariable: give what is waited for and what is read afterwards', async () => {
    const id = await started('Waiting', waiting);
    await reaching(id, 'WAITING');
    expect(codes(await decide('sendEvent', id, { name: 'sent' }))).toEqual(['EVENT_NOT_AWAITED /name']);
    const large = await decide('sendEvent', id, { name: 'paid', payload: 'x'.repeat(70_000) });
    expect(codes(large)).toEqual(['VALUE_TOO_LARGE /payload']);
    expect(codes(await decide('setVariable', id, { name: 'limits', value: 1 }))).toEqual([
      'VARIABLE_NOT_FOUND /name',
    ]);
    expect(codes(await decide('setVariable', id, { name: 'limit', value: 'much' }))).toEqual([
      'VALUE_TYPE /value',
    ]);
    expect((await decide('setVariable', id, { name: 'limit', value: 5 })).problems).toEqual([]);
    await eventually(
      () => read(id),
      ({ variables }) => variables.nodes[0]?.value === 5,
      'the variable is written',
    );
    expect((await decide('sendEvent', id, { name: 'paid', payload: { amount: 3 } })).problems).toEqual([]);
    expect((await reaching(id, 'COMPLETED')).output).toEqual({ after: { paid: { amount: 3 }, limit: 5 } });
    const told = (await log(id)).map(({ message }: { message: string }) => message);
    expect(told).toContain('admin@sluice.local set the variable "limit".');
    expect(told).toContain('admin@sluice.local sent the event "paid".');
  });

  it('pauseExecution: takes the path of what is there, and says when it is not', async () => {
    const gate = new Gate();
    worker.steps.use({
      'each[0]/read': async () => {
        await gate.opened;
        return gives({ document_count: 1 });
      },
    });
    const id = await started(
      'Paused inside',
      definition([
        step('each', 'loop', { configuration: { mode: 'times', times: '2', concurrency: 1 } }),
        step('read', 'document_ingestion', { parent: 'each' }),
      ]),
    );
    await eventually(
      () => read(id),
      ({ steps }) => steps.some(({ path }: { path: string }) => path === 'each[0]/read'),
      'the first round runs',
    );
    for (const path of ['reads', 'read', 'each[0]/each', 'each[7]/read', 'each[7]', 'each/read']) {
      const refused = await decide('pauseExecution', id, { path });
      expect([path, codes(refused)]).toEqual([path, ['STEP_NOT_FOUND /path']]);
    }
    for (const path of ['each[0]', 'each', '']) {
      expect((await decide('pauseExecution', id, { path })).problems).toEqual([]);
    }
    gate.open();
    await reaching(id, 'PAUSED');
    expect(codes(await decide('resumeExecution', id, { path: 'reads' }))).toEqual(['STEP_NOT_FOUND /path']);
    expect((await decide('resumeExecution', id, { path: '' })).problems).toEqual([]);
    await reaching(id, 'COMPLETED');
    const told = (await log(id)).map(({ message }: { message: string }) => message);
    expect(told).toContain('admin@sluice.local paused "each[0]".');
  });
});
