import { ProviderError, StepFailure } from '#documents';
import { Rig } from './support/rig.js';
import { gives, untilAborted } from './support/scripted-steps.js';

/** What a failing step does to its execution. */
describe('errors of steps', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const refuses = () => {
    throw new StepFailure('PROVIDER_REFUSED', 'The provider said no', false);
  };

  it('fail the execution with their code, in the tables and in Temporal', async () => {
    rig.steps.use({ search: refuses });
    const run = await rig.run(definition('onError: fail'));
    expect(await run.closed()).toBe('FAILED');
    await expect(run.handle.result()).rejects.toMatchObject({ cause: { type: 'PROVIDER_REFUSED' } });
    expect(await run.execution()).toMatchObject({
      status: 'failed',
      error: { code: 'PROVIDER_REFUSED', stepId: 'search', attempt: 1, retryable: false },
    });
    expect(rig.steps.calls).toEqual(['search']);
  });

  it('leave a default output behind when the step goes on', async () => {
    rig.steps.use({ search: refuses });
    const run = await rig.run(definition('onError: continue, defaultOutput: { result_count: 0 }'));
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'answer']);
    expect((await run.steps()).map(({ path, status }) => [path, status])).toEqual([
      ['answer', 'completed'],
      ['repair', 'skipped'],
      ['search', 'failed'],
    ]);
  });

  it('take the error port when they are routed', async () => {
    rig.steps.use({ search: refuses });
    const run = await rig.run(definition('onError: route'));
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'repair']);
  });

  it('are retried with growing pauses, each attempt recorded, until one succeeds', async () => {
    const at: number[] = [];
    rig.steps.use({
      search: ({ attempt }) => {
        at.push(Date.now());
        if (attempt < 3) throw new StepFailure('PROVIDER_UNAVAILABLE', 'Try later', true);
        return gives({ result_count: 4 });
      },
    });
    const retry = 'retry: { maximumAttempts: 4, initialInterval: 200ms, backoffCoefficient: 3 }';
    const run = await rig.run(definition(retry));
    expect(await run.closed()).toBe('COMPLETED');
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(590);
    const rows = (await run.steps()).filter(({ path }) => path === 'search');
    expect(rows.map(({ attempt, status, error }) => [attempt, status, error?.code])).toEqual([
      [1, 'failed', 'PROVIDER_UNAVAILABLE'],
      [2, 'failed', 'PROVIDER_UNAVAILABLE'],
      [3, 'completed', undefined],
    ]);
  });

  it('wait as long as a provider asks', async () => {
    const at: number[] = [];
    rig.steps.use({
      search: ({ attempt }) => {
        at.push(Date.now());
        if (attempt === 1) throw new ProviderError('PROVIDER_RATE_LIMITED', 'Slow down', true, 1_500);
        return gives({});
      },
    });
    const run = await rig.run(definition('retry: { maximumAttempts: 2, initialInterval: 10ms }'));
    expect(await run.closed()).toBe('COMPLETED');
    const [first = 0, second = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(1_400);
  });

  it('are not retried when their code is named as final', async () => {
    rig.steps.use({
      search: () => {
        throw new StepFailure('PROVIDER_UNAVAILABLE', 'Try later', true);
      },
    });
    const run = await rig.run(
      definition(
        'retry: { maximumAttempts: 5, initialInterval: 10ms, nonRetryable: [PROVIDER_UNAVAILABLE] }',
      ),
    );
    expect(await run.closed()).toBe('FAILED');
    expect(rig.steps.calls).toEqual(['search']);
  });

  it('of a step that takes too long say STEP_TIMEOUT with the number of the last attempt', async () => {
    rig.steps.use({ search: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(
      definition('timeout: 1s, retry: { maximumAttempts: 2, initialInterval: 10ms }'),
    );
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({
      status: 'failed',
      error: { code: 'STEP_TIMEOUT', attempt: 2 },
    });
    const rows = (await run.steps()).filter(({ path }) => path === 'search');
    expect(rows.map(({ attempt, status, error }) => [attempt, status, error?.code])).toEqual([
      [1, 'failed', 'STEP_TIMEOUT'],
      [2, 'failed', 'STEP_TIMEOUT'],
    ]);
  }, 30_000);
});

//  search -> answer
//    error -> repair
function definition(settings: string): string {
  return `
schemaVersion: 1
name: Errors
inputs: { question: { type: string, default: why } }
steps:
  - { id: search, type: search, ${settings} }
  - { id: answer, type: synthesis }
  - { id: repair, type: synthesis }
connections:
  - { id: a, sourceStep: search, targetStep: answer }
  - { id: b, sourceStep: search, sourceOutput: error, targetStep: repair }
`;
}
