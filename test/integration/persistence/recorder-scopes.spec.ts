import { RecordedExecution } from './support/recorded-execution.js';
import {
  T0,
  condition,
  control,
  ended,
  facts,
  failure,
  round,
  status,
  step,
  variable,
} from './support/records.js';

jest.setTimeout(120_000);

describe('the recorder of loops, waiting steps and people', () => {
  let recorded: RecordedExecution;
  beforeAll(async () => {
    recorded = await RecordedExecution.prepare();
  });
  afterAll(() => recorded.database.drop());
  beforeEach(() => recorded.renew());

  it('writes rounds as rows that count neither as steps nor for cost', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 3),
      step(2, 'each', 'running', { stepType: 'loop' }),
      round(3, 0, 'running'),
      step(4, 'each[0]/embed', 'completed', { output: facts({ cost: 2, token_count: 7 }) }),
      round(5, 0, 'completed', { output: facts({ cost: 2, token_count: 7 }) }),
      round(6, 1, 'running'),
    ]);
    expect(
      (await recorded.steps()).map((row) => [row.path, row.parentPath, row.iteration, row.status]),
    ).toEqual([
      ['each', '', null, 'running'],
      ['each[0]', 'each', 0, 'completed'],
      ['each[0]/embed', 'each[0]', 0, 'completed'],
      ['each[1]', 'each', 1, 'running'],
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1, cost: 2, tokenCount: 7, stepRows: 4 });

    await recorded.recorder.apply(recorded.id, [
      round(7, 1, 'failed', { error: failure('ITEMS_FAILED', 'No.') }),
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1, stepRows: 4 });
    expect((await recorded.events()).map(({ level, message }) => [level, message])).toEqual([
      ['info', 'Execution is running.'],
      ['info', 'Step "each" started.'],
      ['debug', 'Round 0 of "Each" started.'],
      ['info', 'Step "each[0]/embed" completed.'],
      ['debug', 'Round 0 of "Each" completed.'],
      ['debug', 'Round 1 of "Each" started.'],
      ['error', 'Round 1 of "Each" failed: No.'],
    ]);
  });

  it('knows of all rounds of a loop as soon as the loop does', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 2),
      step(2, 'each', 'running', { stepType: 'loop', known: 202 }),
      step(3, 'each[0]/embed', 'completed'),
      step(4, 'each[1]/embed', 'completed'),
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 2, stepsKnown: 202 });
  });

  it('expects no more rounds of a loop that it hears of after the execution has ended', async () => {
    await recorded.recorder.apply(recorded.id, [status(1, 'running', 0, 2), status(9, 'cancelled', 1, 2)]);
    await recorded.recorder.apply(recorded.id, [
      step(2, 'each', 'running', { stepType: 'loop', known: 202 }),
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1, stepsKnown: 2 });
  });

  it('counts nothing for an output that was taken over, and keeps what names its work', async () => {
    const documents = [{ $ref: 'artifact:d', kind: 'documents', count: 1, bytes: 1, sha256: 'd' }];
    const taken = {
      output: facts({ cost: 2, token_count: 7 }),
      reused: true,
      incoming: { documents },
    } as const;
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 2),
      step(2, 'a', 'completed', taken),
      step(3, 'b', 'completed', { output: facts({ cost: 1 }) }),
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 2, cost: 1, tokenCount: 0 });
    expect(await recorded.steps()).toMatchObject([
      { path: 'a', reused: true, inputData: { documents } },
      { path: 'b', reused: false, inputData: null },
    ]);
    await recorded.recorder.apply(recorded.id, [step(4, 'a', 'completed', { output: facts({ cost: 2 }) })]);
    expect(await recorded.execution()).toMatchObject({ cost: 3 });
  });

  it('keeps what a step waits for and its settings, also when it goes on', async () => {
    const configuration = { message: 'Publish?', assignees: ['ann@example.org'], timeout: '2h' };
    await recorded.recorder.apply(recorded.id, [
      status(1, 'waiting', 0, 1),
      step(2, 'ask', 'waiting', { reason: 'It waits for an approval.', configuration }),
    ]);
    expect(await recorded.steps()).toMatchObject([
      { status: 'waiting', reason: 'It waits for an approval.', configuration, completedAt: null },
    ]);
    expect((await recorded.steps())[0]?.startedAt).not.toBeNull();
    await recorded.recorder.apply(recorded.id, [
      step(3, 'ask', 'completed', { output: facts({ comment: 'Yes.' }) }),
    ]);
    expect(await recorded.steps()).toMatchObject([{ status: 'completed', reason: null, configuration }]);
  });

  it('counts a step that is tried again by a person once', async () => {
    const work = {
      ...{ executionId: recorded.id, path: 'read', stepId: 'read', stepType: 'search', stepName: 'read' },
      ...{ configuration: {}, warnings: [], records: [] },
    };
    await recorded.recorder.workStarted({ ...work, firstAttempt: 1, attempt: 1, sequence: 1, at: T0 + 1 });
    await recorded.recorder.workEnded(ended(recorded.id, 'read', 1, 2, failure('NO', 'No.')));
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1 });
    await recorded.recorder.apply(recorded.id, [
      step(3, 'read', 'blocked', { error: failure('NO', 'No.'), reason: 'It waits.' }),
    ]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 0 });
    expect(await recorded.steps()).toMatchObject([
      { status: 'blocked', completedAt: null, error: { code: 'NO' } },
    ]);
    await recorded.recorder.workStarted({ ...work, firstAttempt: 2, attempt: 2, sequence: 5, at: T0 + 5 });
    await recorded.recorder.workEnded(ended(recorded.id, 'read', 2, 6, facts({ cost: 3 })));
    await recorded.recorder.workEnded(ended(recorded.id, 'read', 2, 6, facts({ cost: 3 })));
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1, cost: 3, stepRows: 2 });
  });

  it('writes who did what into the log, once', async () => {
    const done = [
      control(1, { action: 'pause', path: 'each[2]' }),
      control(2, { action: 'approve', path: 'ask', detail: { approved: false, comment: 'Not yet.' } }),
      control(3, { action: 'cancel', actor: null }),
    ];
    await recorded.recorder.apply(recorded.id, done);
    await recorded.recorder.apply(recorded.id, done);
    expect((await recorded.events()).map(({ kind, path, message }) => [kind, path, message])).toEqual([
      ['control.pause', 'each[2]', 'ann@example.org paused "each[2]".'],
      ['control.approve', 'ask', 'ann@example.org rejected "ask": Not yet.'],
      ['control.cancel', null, 'Somebody cancelled the execution.'],
    ]);
    expect((await recorded.events())[1]?.data).toEqual({
      actor: { id: 'u1', name: 'ann@example.org' },
      detail: { approved: false, comment: 'Not yet.' },
    });
  });

  it('lists steps in the order they came up, also those that one write holds twice', async () => {
    await recorded.recorder.apply(recorded.id, [
      step(1, 'a', 'running'),
      step(2, 'b', 'running'),
      step(3, 'b', 'completed'),
      step(4, 'a', 'completed'),
    ]);
    expect((await recorded.steps()).map(({ path }) => path)).toEqual(['a', 'b']);
  });

  it('writes thousands of records at once, and small ones after them as fast as before', async () => {
    const records = Array.from({ length: 2_000 }, (_, n) => [
      round(5 * n + 1, n, 'running'),
      step(5 * n + 2, `each[${n}]/a`, 'completed', { output: facts({ cost: 1 }) }),
      condition(5 * n + 3, `each[${n}]/a`, 'true'),
      variable(5 * n + 4, 'total', n, 'each'),
      round(5 * n + 5, n, 'completed'),
    ]).flat();
    const started = performance.now();
    await recorded.recorder.apply(recorded.id, records);
    const rate = records.length / ((performance.now() - started) / 1_000);
    expect(await recorded.execution()).toMatchObject({
      sequence: 10_000,
      cost: 2_000,
      stepsDone: 2_000,
      stepRows: 4_000,
    });
    await recorded.recorder.apply(recorded.id, records);
    expect(await recorded.execution()).toMatchObject({
      sequence: 10_000,
      cost: 2_000,
      stepsDone: 2_000,
      stepRows: 4_000,
    });

    const again = performance.now();
    for (let n = 0; n < 50; n++)
      await recorded.recorder.apply(recorded.id, [step(20_000 + n, `later${n}`, 'completed')]);
    const each = (performance.now() - again) / 50;
    // Far below what is measured (15,000 a second, 3 ms): a plan that scans the execution is ten times worse.
    expect(rate).toBeGreaterThan(1_500);
    expect(each).toBeLessThan(50);
  });
});
