import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { UnknownExecutionError } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import { RecordedExecution } from './support/recorded-execution.js';
import { T0, condition, control, ended, facts, status, step, variable, work } from './support/records.js';

jest.setTimeout(60_000);

describe('the execution recorder', () => {
  let recorded: RecordedExecution;
  beforeAll(async () => {
    recorded = await RecordedExecution.prepare();
  });
  afterAll(() => recorded.database.drop());
  beforeEach(() => recorded.renew());

  it('writes a whole run: rows, log, progress, times and totals', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 2),
      step(2, 'a', 'completed', { output: facts({}) }),
    ]);
    const chunks = { $ref: 'artifact:1', kind: 'chunks', count: 3, bytes: 9, sha256: 'a' };
    await recorded.recorder.workStarted(
      work(recorded.id, { path: 'b', sequence: 3, incoming: { chunks: [chunks] } }),
    );
    expect(await recorded.execution()).toMatchObject({
      status: 'running',
      stepsDone: 1,
      stepsKnown: 2,
      progressPercentage: 50,
    });
    await recorded.recorder.workEnded(
      ended(recorded.id, 'b', 1, 4, facts({ cost: 0.25, token_count: 1200 })),
    );
    await recorded.recorder.apply(recorded.id, [status(5, 'completed', 2, 2, { b: { cost: 0.25 } })]);

    expect(await recorded.execution()).toMatchObject({
      status: 'completed',
      outputData: { b: { cost: 0.25 } },
      stepsDone: 2,
      progressPercentage: 100,
      cost: 0.25,
      tokenCount: 1200,
      sequence: 5,
      startedAt: new Date(T0 + 1),
      completedAt: new Date(T0 + 5),
      durationMs: 4,
    });
    expect(await recorded.steps()).toMatchObject([
      { path: 'a', status: 'completed', durationMs: 0 },
      {
        path: 'b',
        status: 'completed',
        configuration: { limit: 3 },
        inputData: { chunks: [chunks] },
        outputData: facts({ cost: 0.25, token_count: 1200 }),
      },
    ]);
    expect((await recorded.events()).map(({ sequence, kind, message }) => [sequence, kind, message])).toEqual(
      [
        [1, 'execution.running', 'Execution is running.'],
        [2, 'step.completed', 'Step "a" completed.'],
        [3, 'step.running', 'Step "b" started.'],
        [4, 'step.completed', 'Step "b" completed.'],
        [5, 'execution.completed', 'Execution completed.'],
      ],
    );
  });

  it('changes nothing when everything is written a second time', async () => {
    const records = [
      status(1, 'running', 0, 3),
      step(2, 'a', 'running'),
      step(3, 'a', 'completed', { output: facts({ cost: 1 }) }),
      variable(4, 'v', null),
      condition(5, 'c', 'unknown'),
    ];
    const everything = async () => {
      await recorded.recorder.apply(recorded.id, records);
      await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 6 }));
      await recorded.recorder.workEnded(ended(recorded.id, 'b', 1, 7, facts({ cost: 2, token_count: 5 })));
    };
    await everything();
    const before = [
      stable(await recorded.execution()),
      await recorded.steps(),
      await recorded.events(),
      await recorded.variables(),
      await recorded.conditions(),
    ];
    await everything();
    const after = [
      stable(await recorded.execution()),
      await recorded.steps(),
      await recorded.events(),
      await recorded.variables(),
      await recorded.conditions(),
    ];
    expect(after).toEqual(before);
    expect(await recorded.execution()).toMatchObject({ cost: 3, tokenCount: 5, sequence: 7 });
  });

  it('keeps what is newer when records come in the wrong order, and logs the late ones', async () => {
    await recorded.recorder.apply(recorded.id, [step(9, 'a', 'completed', { output: facts({ n: 1 }) })]);
    await recorded.recorder.apply(recorded.id, [step(3, 'a', 'running')]);
    expect(await recorded.steps()).toMatchObject([
      { status: 'completed', outputData: facts({ n: 1 }), sequence: 9 },
    ]);
    expect((await recorded.events()).map(({ sequence, record }) => [sequence, record])).toEqual([
      [1, 9],
      [2, 3],
    ]);
  });

  it('counts a step once when a record that counts it comes before its row', async () => {
    await recorded.recorder.apply(recorded.id, [status(1, 'running', 0, 2), status(4, 'paused', 1, 2)]);
    await recorded.recorder.apply(recorded.id, [step(2, 'a', 'running'), step(3, 'a', 'completed')]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 1, stepsKnown: 2, progressPercentage: 50 });
    await recorded.recorder.apply(recorded.id, [step(5, 'b', 'completed')]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 2, stepsKnown: 2 });
  });

  it('never takes back how many steps a record told to be done', async () => {
    await recorded.recorder.apply(recorded.id, [status(1, 'running', 0, 4), status(4, 'paused', 2, 4)]);
    await recorded.recorder.apply(recorded.id, [step(5, 'a', 'failed')]);
    await recorded.recorder.apply(recorded.id, [step(6, 'a', 'blocked')]);
    expect(await recorded.execution()).toMatchObject({ stepsDone: 2, stepsKnown: 4 });
  });

  it('never takes an ended execution back', async () => {
    await recorded.recorder.apply(recorded.id, [status(1, 'running', 0, 1), status(2, 'cancelled', 1, 1)]);
    await recorded.recorder.apply(recorded.id, [status(3, 'running', 0, 1)]);
    expect(await recorded.execution()).toMatchObject({ status: 'cancelled', completedAt: new Date(T0 + 2) });
  });

  it('goes with what comes later when a workflow task that was done again went another way', async () => {
    await recorded.recorder.apply(recorded.id, [status(1, 'running', 0, 1)]);
    await recorded.recorder.apply(recorded.id, [step(2, 'a', 'completed'), status(3, 'completed', 1, 1)]);
    await recorded.recorder.apply(recorded.id, [step(2, 'a', 'completed'), status(3, 'completed', 1, 1)]);
    expect(await recorded.execution()).toMatchObject({ status: 'completed', diverged: false });

    await recorded.recorder.apply(recorded.id, [
      control(2, { action: 'cancel' }),
      status(3, 'cancelling', 0, 1),
    ]);
    expect(await recorded.execution()).toMatchObject({
      status: 'cancelling',
      completedAt: null,
      diverged: true,
    });
    await recorded.recorder.apply(recorded.id, [status(5, 'cancelled', 1, 1)]);
    expect(await recorded.execution()).toMatchObject({ status: 'cancelled', diverged: true });
  });

  it('opens an execution again whose end was not accepted', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 1),
      status(2, 'completed', 1, 1, { b: { cost: 1 } }),
    ]);
    await recorded.recorder.apply(recorded.id, [control(2, { action: 'pause' })]);
    expect(await recorded.execution()).toMatchObject({
      status: 'running',
      outputData: null,
      completedAt: null,
    });
    await recorded.recorder.apply(recorded.id, [status(3, 'paused', 0, 1)]);
    expect(await recorded.execution()).toMatchObject({ status: 'paused', diverged: true });
  });

  it('keeps every value of a variable, by scope', async () => {
    await recorded.recorder.apply(recorded.id, [
      variable(1, 'v', 1),
      variable(2, 'v', { a: [null] }),
      variable(3, 'v', 2, 'loop[0]'),
    ]);
    expect(await recorded.variables()).toMatchObject([
      { scopePath: '', name: 'v', value: 1, sequence: 1 },
      { scopePath: '', name: 'v', value: { a: [null] }, sequence: 2 },
      { scopePath: 'loop[0]', name: 'v', value: 2, sequence: 3 },
    ]);
  });

  it('takes hostile values: NUL, lone surrogates, huge numbers, names of the prototype', async () => {
    const hostile = { text: 'a\u0000b\uD800', __proto__x: 1e308, ['constructor']: '{{ 1 }}' };
    await recorded.recorder.apply(recorded.id, [
      step(1, 'a', 'completed', { output: facts({ ...hostile, cost: 1e300, token_count: 1e300 }) }),
      step(2, 'b', 'completed', { output: facts({ cost: 'free', token_count: -4 }) }),
      variable(3, 'v', hostile),
    ]);
    expect((await recorded.steps())[0]?.outputData?.facts).toMatchObject({
      text: 'a\uFFFDb\uFFFD',
      constructor: '{{ 1 }}',
    });
    expect(await recorded.execution()).toMatchObject({ cost: 1e12, tokenCount: 1e12 });
  });

  it('says so when there is no such execution', async () => {
    const stranger = randomUUID();
    await expect(recorded.recorder.apply(stranger, [status(1, 'running', 0, 0)])).rejects.toThrow(
      UnknownExecutionError,
    );
    await expect(recorded.recorder.workStarted(work(recorded.id, { executionId: stranger }))).rejects.toThrow(
      UnknownExecutionError,
    );
  });

  it('tells listeners of every commit, in order and without a gap in the log', async () => {
    const listener = new Client({ connectionString: recorded.database.url });
    await listener.connect();
    const heard: { id: string; sequence: number }[] = [];
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '') as (typeof heard)[0]));
    await listener.query('LISTEN execution_events');
    try {
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          recorded.recorder.apply(recorded.id, [step(n, `s${n}`, 'completed')]),
        ),
      );
      await listener.query('SELECT 1');
      expect(heard.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect((await recorded.events()).map(({ sequence }) => sequence)).toEqual(
        heard.map(({ sequence }) => sequence),
      );
    } finally {
      await listener.end();
    }
  });
});

function stable({ updatedAt: _, ...rest }: WorkflowExecution) {
  return rest;
}
