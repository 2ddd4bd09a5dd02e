import pg from 'pg';
import { Api } from './support/api.js';
import { eventually } from './support/eventually.js';
import { subscribe } from './support/socket.js';
import { Gate, gives } from '../worker/support/scripted-steps.js';
import { TestWorker } from './support/worker.js';
import { published, startExecution } from './support/workflows.js';

const EVENTS =
  'subscription ($id: ID!, $after: Int) { executionEvents(id: $id, after: $after) { sequence kind path } }';
const UPDATES =
  'subscription ($id: ID!) { executionUpdated(id: $id) { status sequence progressPercentage steps { path status } } }';

/** Steps one after another, each with events of its own. */
const chain = {
  schemaVersion: 1,
  steps: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, type: 'document_ingestion' })),
  connections: [0, 1, 2, 3].map((index) => ({
    id: `c${index}`,
    sourceStep: 'abcde'[index],
    targetStep: 'abcde'[index + 1],
  })),
};
const facts = { document_count: 0, failed_count: 0, skipped_count: 0, byte_count: 0 };

describe('live events', () => {
  let api: Api;
  let second: Api;
  let worker: TestWorker;
  let token: string;
  let workflowId: string;

  beforeAll(async () => {
    api = await Api.start({ SLUICE_SUBSCRIPTIONS_PER_USER: '8' });
    second = await Api.start({ DATABASE_URL: api.databaseUrl });
    worker = await TestWorker.start(api.databaseUrl);
    token = await api.token();
    workflowId = await published(api, token, 'Chain', chain);
  });
  afterAll(async () => {
    await worker.stop();
    await second.stop();
    await api.stop();
  });

  /** A run whose step `c` waits for the gate. */
  async function held(): Promise<{ id: string; gate: Gate }> {
    const gate = new Gate();
    const step = () => gives(facts);
    worker.steps.use({
      a: step,
      b: step,
      d: step,
      e: step,
      c: async () => {
        await gate.opened;
        return gives(facts);
      },
    });
    const { execution } = await startExecution(api, token, { workflowId });
    return { id: execution.id, gate };
  }

  const sequences = (results: readonly { data?: { executionEvents?: { sequence: number } } | null }[]) =>
    results.map(({ data }) => data?.executionEvents?.sequence ?? 0);
  const upTo = (last: number, first = 1) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);

  it('come from the first to the last with no gap and no duplicate, then the stream ends', async () => {
    const { id, gate } = await held();
    const stream = subscribe(api.url, token, EVENTS, { id });
    await stream.count(5);
    gate.open();
    const seen = sequences(await stream.all());
    expect(seen).toEqual(upTo(seen.length));
    expect(stream.results.at(-1)?.data.executionEvents.kind).toBe('execution.completed');
    const stored = await api.graphql(
      'query ($id: ID!) { executionEvents(id: $id) { sequence } }',
      { id },
      token,
    );
    expect(stored.data.executionEvents.map(({ sequence }: { sequence: number }) => sequence)).toEqual(seen);
  });

  it('go on after the last number seen, on another process, when the connection was cut', async () => {
    const { id, gate } = await held();
    const first = subscribe(api.url, token, EVENTS, { id });
    await first.count(4);
    first.cut();
    const last = sequences(await first.all()).at(-1) ?? 0;
    const next = subscribe(second.url, token, EVENTS, { id, after: last });
    gate.open();
    const rest = sequences(await next.all());
    expect(rest).toEqual(upTo(last + rest.length, last + 1));
    expect(next.results.at(-1)?.data.executionEvents.kind).toBe('execution.completed');
  });

  it('are not lost when the listening connection is', async () => {
    const { id, gate } = await held();
    const stream = subscribe(api.url, token, EVENTS, { id });
    await stream.count(4);
    const admin = new pg.Client({ connectionString: api.databaseUrl });
    await admin.connect();
    const { rowCount } = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sluice-events'`,
    );
    await admin.end();
    expect(rowCount).toBe(2);
    gate.open();
    const seen = sequences(await stream.all());
    expect(seen).toEqual(upTo(seen.length));
  });

  it('of an execution that has ended are all given at once', async () => {
    const { id, gate } = await held();
    gate.open();
    await subscribe(api.url, token, EVENTS, { id }).all();
    const again = sequences(await subscribe(api.url, token, EVENTS, { id, after: 3 }).all());
    expect(again).toEqual(upTo(3 + again.length, 4));
  });

  it('show the execution as it changes, until it has ended', async () => {
    const { id, gate } = await held();
    const stream = subscribe(second.url, token, UPDATES, { id });
    await stream.count(1);
    gate.open();
    const updates = (await stream.all()).map(({ data }) => data.executionUpdated);
    expect(updates.at(-1)).toMatchObject({
      status: 'COMPLETED',
      progressPercentage: 100,
      steps: ['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, status: 'COMPLETED' })),
    });
    expect(updates.map(({ sequence }) => sequence)).toEqual(
      [...updates.map(({ sequence }) => sequence)].sort((a, b) => a - b),
    );
  });

  it('show how far a running step is, between its events', async () => {
    const [seen, told] = [new Gate(), new Gate()];
    worker.steps.use({
      a: async ({ context }) => {
        await seen.opened;
        context.progress(3, 40, 'c.pdf');
        await told.opened;
        return gives(facts);
      },
    });
    const { execution } = await startExecution(api, token, { workflowId });
    const stream = subscribe(
      second.url,
      token,
      'subscription ($id: ID!) { executionUpdated(id: $id) { steps { path status progress { done total } } } }',
      { id: execution.id },
    );
    const hasTold = (step: object) =>
      eventually(
        async () => stream.results.map(({ data }) => data.executionUpdated.steps[0]),
        (steps) => steps.some((one) => JSON.stringify(one) === JSON.stringify(step)),
        JSON.stringify(step),
      );
    await hasTold({ path: 'a', status: 'RUNNING', progress: null });
    seen.open();
    await hasTold({ path: 'a', status: 'RUNNING', progress: { done: 3, total: 40 } });
    told.open();
    await stream.all();
  });

  it('need a token, and a socket ends with it', async () => {
    const none = subscribe(api.url, null, EVENTS, { id: 'x' });
    expect(await none.closed).toMatchObject({ code: 4403 });
    const { AccessTokens } = await import('../../../apps/api/src/auth/access-tokens.js');
    const tokens = api.app.get(AccessTokens);
    const claims = await tokens.verify(token);
    const short = await tokens.sign({
      userId: claims?.userId ?? '',
      sessionId: claims?.sessionId ?? '',
      until: new Date(Date.now() + 2_000),
    });
    const { id, gate } = await held();
    const stream = subscribe(api.url, short, EVENTS, { id });
    await stream.count(1);
    expect(await stream.closed).toMatchObject({ code: 4403, reason: 'The token has ended' });
    gate.open();
  });

  it('are bounded for one user, and stopping one makes room', async () => {
    const { id, gate } = await held();
    const open = Array.from({ length: 8 }, () => subscribe(api.url, token, EVENTS, { id }));
    await Promise.all(open.map((stream) => stream.count(1)));
    const refused = await subscribe(api.url, token, EVENTS, { id }).all();
    expect(refused[0]?.errors?.[0]?.extensions?.['code']).toBe('RATE_LIMITED');
    open[0]?.stop();
    await open[0]?.all();
    const next = subscribe(api.url, token, EVENTS, { id });
    expect((await next.count(1))[0]?.errors).toBeUndefined();
    gate.open();
    await next.all();
  });

  it('are held to the limits of queries', async () => {
    const aliases = Array.from({ length: 40 }, (_, index) => `a${index}: sequence`).join(' ');
    const [refused] = await subscribe(
      api.url,
      token,
      `subscription { executionEvents(id: "x") { ${aliases} } }`,
    ).all();
    expect(refused?.errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
  });
});
