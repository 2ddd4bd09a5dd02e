import { StepFailure } from '#documents';
import { refusalOfUpdate } from '#temporal/contract';
import { tally } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import type { Run } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

const ANNA = { id: 'user-1', name: 'anna@example.com' };

/** Steps that failed and wait for a person to say what becomes of them. */
describe('a blocked step', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const refusing = {
    search: ({
      request,
    }: {
      readonly request: { readonly configuration: { readonly [name: string]: unknown } };
    }) => {
      if (request.configuration['query'] === 'better') return gives({ result_count: 3 });
      throw new StepFailure('PROVIDER_REFUSED', 'Not like this', false);
    },
  };
  const blocked = async (settings = '') => {
    rig.steps.use(refusing);
    const run = await rig.run(definition(settings));
    await eventually(async () => (await run.execution()).status === 'blocked', 'the execution is blocked');
    return run;
  };
  const rows = async (run: Run) =>
    (await run.steps())
      .filter(({ path }) => path === 'search')
      .map(({ attempt, status, error }) => [attempt, status, error?.code]);

  it('is tried again with other settings, and the execution goes on', async () => {
    const run = await blocked();
    expect(await rows(run)).toEqual([[1, 'blocked', 'PROVIDER_REFUSED']]);
    await run.ask({ kind: 'retry-step', path: 'search', configuration: { query: 'better' }, actor: ANNA });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'search', 'answer']);
    expect((await rows(run)).at(-1)).toEqual([2, 'completed', undefined]);
    const counts = await tally(run);
    expect(counts).toMatchObject({ timerStarted: 1, timerCanceled: 1, workflowExecutionUpdateCompleted: 1 });
    expect(counts).toMatchObject({ activityTaskScheduled: 3, activityTaskFailed: 1 });
  });

  it('blocks again when that fails as well', async () => {
    const run = await blocked();
    await run.ask({ kind: 'retry-step', path: 'search', configuration: null, actor: ANNA });
    await eventually(async () => (await rows(run)).length === 2, 'there is a second attempt');
    await eventually(async () => (await run.execution()).status === 'blocked', 'it is blocked again');
    await run.ask({ kind: 'give-up-step', path: 'search', actor: ANNA });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code: 'PROVIDER_REFUSED', stepId: 'search' } });
  });

  it('is passed over with an output that somebody gives', async () => {
    const run = await blocked();
    await run.ask({ kind: 'skip-step', path: 'search', output: { result_count: 9 }, actor: ANNA });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'answer']);
  });

  it('fails when its deadline passes', async () => {
    const run = await blocked('blockDeadline: 1s');
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ error: { code: 'PROVIDER_REFUSED' } });
    expect(await tally(run)).toMatchObject({ timerStarted: 1, timerFired: 1 });
  });

  it('tells who asks too late that it is no longer blocked', async () => {
    const run = await blocked();
    await run.ask({ kind: 'skip-step', path: 'search', output: null, actor: ANNA });
    await run.closed();
    const late: unknown = await run
      .ask({ kind: 'retry-step', path: 'search', configuration: null, actor: ANNA })
      .catch((error: unknown) => error);
    expect(late).toBeInstanceOf(Error);
    expect(refusalOfUpdate(late)).toBeNull();
  });

  it('asked for twice at the same time is tried again once', async () => {
    const run = await blocked();
    const retry = {
      kind: 'retry-step',
      path: 'search',
      configuration: { query: 'better' },
      actor: ANNA,
    } as const;
    const answers = await Promise.allSettled([run.ask(retry), run.ask(retry)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'search', 'answer']);
  });
});

//  search -> answer
function definition(settings: string): string {
  return `
schemaVersion: 1
name: Blocked
steps:
  - { id: search, type: search, configuration: { query: bad }, onError: block, retry: { maximumAttempts: 1 }${settings && `, ${settings}`} }
  - { id: answer, type: synthesis, configuration: { question: why } }
connections:
  - { id: a, sourceStep: search, targetStep: answer }
`;
}
