import { ADMIN, Api } from '../integration/api/support/api.js';
import { decide } from '../integration/api/support/decide.js';
import { eventually } from '../integration/api/support/eventually.js';
import { published, startExecution } from '../integration/api/support/workflows.js';
import { startEffects } from './matrix/effects.js';
import type { Effects } from './matrix/effects.js';
import { seenStep } from './matrix/workloads/workload.js';
import { WorkerChild } from './support/worker-child.js';

const NUMBERS = Array.from({ length: 50 }, (_, index) => index + 1);
const HELD = 17;
const ROUND = `loop[${HELD}]`;
const OTHERS = NUMBERS.map((_, index) => `loop[${index}]`).filter((path) => path !== ROUND);
const EDITED = 1_000;

/** Each item waits to be let go, has a variable of its own, and sends it out: the number after it comes back. */
const sendsEachItem = (origin: string) => ({
  schemaVersion: 1,
  inputs: { numbers: { type: 'array', required: true } },
  variables: { amount: { type: 'number', scope: 'temporary' } },
  steps: [
    {
      ...{ id: 'loop', type: 'loop' },
      configuration: { items: 'input.numbers', concurrency: NUMBERS.length, result: 'body.value' },
    },
    {
      ...{ id: 'ready', type: 'wait_for_event', parent: 'loop' },
      ...{ configuration: { event: 'go' }, assign: { amount: 'loop.item' } },
    },
    seenStep('send', `${origin}/step`, 'variables.amount', { parent: 'loop' }),
  ],
  connections: [{ sourceStep: 'ready', sourceOutput: 'received', targetStep: 'send' }],
});

const EXECUTION = `query ($id: ID!) { execution(id: $id) {
  status output steps { path type status attempt } variables(scopePath: "${ROUND}") { nodes { name value } } } }`;
const LOG = 'query ($id: ID!) { me { id } executionEvents(id: $id) { kind path message data } }';

interface Step {
  readonly path: string;
  readonly type: string;
  readonly status: string;
  readonly attempt: number;
}

interface Line {
  readonly kind: string;
  readonly path: string | null;
  readonly message: string;
  readonly data: unknown;
}

/** kill -9 of the worker process while a person holds one item of a loop back, all of it through the API. */
describe('a worker that is killed while an item of a loop is paused', () => {
  let effects: Effects;
  let api: Api;
  let token: string;
  let worker: WorkerChild | null = null;
  beforeAll(async () => {
    effects = await startEffects();
    api = await Api.start();
    token = await api.token();
    worker = await startWorker();
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await api.stop();
    await effects.close();
  }, 60_000);

  const startWorker = () => WorkerChild.start(api.databaseUrl, { SLUICE_HTTP_ORIGINS: effects.origin });
  const read = async (id: string) => (await api.graphql(EXECUTION, { id }, token)).data.execution;
  const reaching = (id: string, status: string) =>
    eventually(
      () => read(id),
      (execution) => execution.status === status,
      status,
      60_000,
    );
  /** The codes it was refused with. */
  const ask = async (name: string, id: string, args: Readonly<Record<string, unknown>>): Promise<string[]> =>
    (await decide(api, token, name, id, args)).problems.map(({ code }: { code: string }) => code);
  const sent = (id: string) => effects.seen.map(({ step }) => step.slice(id.length + 1)).sort();

  it('leaves it paused until it is edited and resumed; the others ran once, and the log names who did what', async () => {
    const workflowId = await published(api, token, 'Sends each item', sendsEachItem(effects.origin));
    const { execution } = await startExecution(api, token, { workflowId, input: { numbers: NUMBERS } });
    const { id } = execution;
    await reaching(id, 'WAITING');

    expect(await ask('pauseExecution', id, { path: ROUND })).toEqual([]);
    expect(await ask('sendEvent', id, { name: 'go' })).toEqual([]);
    const held = await reaching(id, 'PAUSED');
    expect(completedRounds(held.steps)).toEqual([...OTHERS].sort());
    expect(stepsIn(ROUND, held.steps)).toEqual([`${ROUND}/ready COMPLETED`]);
    expect(held.variables.nodes).toEqual([{ name: 'amount', value: NUMBERS[HELD] }]);

    await worker?.kill();
    worker = await startWorker();
    // The execution itself refuses this, so the new worker has read it from its history.
    await eventually(
      () => ask('setVariable', id, { scopePath: ROUND, name: 'amount', value: 'much' }),
      (codes) => codes.includes('VALUE_TYPE'),
      'the new worker answers',
      60_000,
    );
    expect(await read(id)).toEqual(held);
    expect(sent(id)).toEqual(OTHERS.map((path) => `${path}/send`).sort());

    expect(await ask('setVariable', id, { scopePath: ROUND, name: 'amount', value: EDITED })).toEqual([]);
    expect(await ask('resumeExecution', id, { path: ROUND })).toEqual([]);
    const ended = await reaching(id, 'COMPLETED');
    const given = NUMBERS.map((number, index) => (index === HELD ? EDITED : number));
    expect(ended.output.loop.results).toEqual(given.map((number) => number + 1));
    expect(ended.variables.nodes).toEqual([{ name: 'amount', value: EDITED }]);
    expect(ended.steps.filter(({ path }: Step) => path.endsWith('/send'))).toHaveLength(NUMBERS.length);
    const again = ended.steps.filter(({ attempt, status }: Step) => attempt > 1 || status !== 'COMPLETED');
    expect(again).toEqual([]);
    expect(sent(id)).toEqual(NUMBERS.map((_, index) => `loop[${index}]/send`).sort());

    const { me, executionEvents } = (await api.graphql(LOG, { id }, token)).data;
    const by = (detail: object) => ({ actor: { id: me.id, name: ADMIN.email }, detail });
    expect(executionEvents.filter(({ kind }: Line) => kind.startsWith('control.'))).toEqual([
      {
        ...{ kind: 'control.pause', path: ROUND, data: by({}) },
        message: `${ADMIN.email} paused "${ROUND}".`,
      },
      {
        ...{ kind: 'control.event', path: null, data: by({ name: 'go', payload: null }) },
        message: `${ADMIN.email} sent the event "go".`,
      },
      {
        ...{ kind: 'control.variable', path: ROUND, data: by({ name: 'amount', value: EDITED }) },
        message: `${ADMIN.email} set the variable "amount" of "${ROUND}".`,
      },
      {
        ...{ kind: 'control.resume', path: ROUND, data: by({}) },
        message: `${ADMIN.email} resumed "${ROUND}".`,
      },
    ]);
    const values = executionEvents.filter(
      ({ kind, path }: Line) => kind === 'variable.set' && path === ROUND,
    );
    expect(values.map(({ message }: Line) => message)).toEqual([
      `Variable "amount" was set to ${NUMBERS[HELD]}.`,
      `Variable "amount" was set to ${EDITED}.`,
    ]);
  }, 180_000);
});

function completedRounds(steps: readonly Step[]): readonly string[] {
  const rounds = steps.filter(({ path, status }) => path.endsWith(']') && status === 'COMPLETED');
  return rounds.map(({ path }) => path).sort();
}

function stepsIn(round: string, steps: readonly Step[]): readonly string[] {
  return steps
    .filter(({ path }) => path.startsWith(`${round}/`))
    .map(({ path, status }) => `${path} ${status}`);
}
