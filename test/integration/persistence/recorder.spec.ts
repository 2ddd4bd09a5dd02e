import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  ExecutionEventRow,
  ExecutionRecorder,
  UnknownExecutionError,
  WorkflowCondition,
  WorkflowExecution,
  WorkflowStep,
  WorkflowVariable,
} from '#persistence';
import type { WorkStart } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertExecution, insertUser } from './support/fixtures.js';
import { T0, condition, ended, facts, failure, status, step, variable } from './support/records.js';

jest.setTimeout(60_000);

describe('the execution recorder', () => {
  let database: TestDatabase;
  let recorder: ExecutionRecorder;
  let ownerId: string;
  let id: string;

  beforeAll(async () => {
    database = await createDatabase();
    recorder = new ExecutionRecorder(database.dataSource);
    ownerId = await insertUser(database.dataSource);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    id = await insertExecution(database.dataSource, ownerId);
  });

  const execution = () => database.dataSource.getRepository(WorkflowExecution).findOneByOrFail({ id });
  const steps = () =>
    database.dataSource
      .getRepository(WorkflowStep)
      .find({ where: { executionId: id }, order: { path: 'ASC', attempt: 'ASC' } });
  const events = () =>
    database.dataSource
      .getRepository(ExecutionEventRow)
      .find({ where: { executionId: id }, order: { sequence: 'ASC' } });

  it('writes a whole run: rows, log, progress, times and totals', async () => {
    await recorder.apply(id, [status(1, 'running', 0, 2), step(2, 'a', 'completed', { output: facts({}) })]);
    const chunks = { $ref: 'artifact:1', kind: 'chunks', count: 3, bytes: 9, sha256: 'a' };
    await recorder.workStarted(work({ path: 'b', sequence: 3, incoming: { chunks: [chunks] } }));
    expect(await execution()).toMatchObject({
      status: 'running',
      stepsDone: 1,
      stepsKnown: 2,
      progressPercentage: 50,
    });
    await recorder.workEnded(ended(id, 'b', 1, 4, facts({ cost: 0.25, token_count: 1200 })));
    await recorder.apply(id, [status(5, 'completed', 2, 2, { b: { cost: 0.25 } })]);

    expect(await execution()).toMatchObject({
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
    expect(await steps()).toMatchObject([
      { path: 'a', status: 'completed', durationMs: 0 },
      {
        path: 'b',
        status: 'completed',
        configuration: { limit: 3 },
        inputData: { chunks: [chunks] },
        outputData: facts({ cost: 0.25, token_count: 1200 }),
      },
    ]);
    expect((await events()).map(({ sequence, kind, message }) => [sequence, kind, message])).toEqual([
      [1, 'execution.running', 'Execution is running.'],
      [2, 'step.completed', 'Step "a" completed.'],
      [3, 'step.running', 'Step "b" started.'],
      [4, 'step.completed', 'Step "b" completed.'],
      [5, 'execution.completed', 'Execution completed.'],
    ]);
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
      await recorder.apply(id, records);
      await recorder.workStarted(work({ path: 'b', sequence: 6 }));
      await recorder.workEnded(ended(id, 'b', 1, 7, facts({ cost: 2, token_count: 5 })));
    };
    await everything();
    const before = [
      stable(await execution()),
      await steps(),
      await events(),
      await variables(),
      await conditions(),
    ];
    await everything();
    const after = [
      stable(await execution()),
      await steps(),
      await events(),
      await variables(),
      await conditions(),
    ];
    expect(after).toEqual(before);
    expect(await execution()).toMatchObject({ cost: 3, tokenCount: 5, sequence: 7 });
  });

  it('keeps what is newer when records come in the wrong order, and logs the late ones', async () => {
    await recorder.apply(id, [step(9, 'a', 'completed', { output: facts({ n: 1 }) })]);
    await recorder.apply(id, [step(3, 'a', 'running')]);
    expect(await steps()).toMatchObject([{ status: 'completed', outputData: facts({ n: 1 }), sequence: 9 }]);
    expect((await events()).map(({ sequence, record }) => [sequence, record])).toEqual([
      [1, 9],
      [2, 3],
    ]);
  });

  it('never takes an ended execution back', async () => {
    await recorder.apply(id, [status(1, 'running', 0, 1), status(2, 'cancelled', 1, 1)]);
    await recorder.apply(id, [status(3, 'running', 0, 1)]);
    expect(await execution()).toMatchObject({ status: 'cancelled', completedAt: new Date(T0 + 2) });
  });

  it('keeps every value of a variable, by scope', async () => {
    await recorder.apply(id, [
      variable(1, 'v', 1),
      variable(2, 'v', { a: [null] }),
      variable(3, 'v', 2, 'loop[0]'),
    ]);
    expect(await variables()).toMatchObject([
      { scopePath: '', name: 'v', value: 1, sequence: 1 },
      { scopePath: '', name: 'v', value: { a: [null] }, sequence: 2 },
      { scopePath: 'loop[0]', name: 'v', value: 2, sequence: 3 },
    ]);
  });

  it('closes the attempts of a lost worker and refuses their late results', async () => {
    await recorder.workStarted(work({ path: 'b', sequence: 10 }));
    await recorder.workStarted(work({ path: 'b', sequence: 12, attempt: 2 }));
    await recorder.workEnded(ended(id, 'b', 1, 11, facts({ cost: 5 })));
    await recorder.workEnded(ended(id, 'b', 2, 13, facts({ cost: 1 })));
    expect(await steps()).toMatchObject([
      { attempt: 1, status: 'failed', error: { code: 'WORKER_LOST', retryable: true }, retryCount: 0 },
      { attempt: 2, status: 'completed', error: null, retryCount: 1 },
    ]);
    expect(await execution()).toMatchObject({ cost: 1, stepsDone: 1 });
    expect((await events()).map(({ kind, record }) => [kind, record])).toEqual([
      ['step.running', 10],
      ['step.failed', 11],
      ['step.running', 12],
      ['step.completed', 13],
    ]);
  });

  it('gives back what an attempt of the same activity already gave, so that nothing runs twice', async () => {
    const output = facts({ n: 1 });
    expect(await recorder.workStarted(work({ path: 'b', sequence: 10 }))).toEqual({
      attempts: [],
      output: null,
    });
    await recorder.workEnded(ended(id, 'b', 1, 11, output));
    expect(
      await recorder.workStarted(
        work({ path: 'b', sequence: 12, attempt: 2, records: [step(9, 'a', 'skipped')] }),
      ),
    ).toEqual({
      attempts: [{ attempt: 1, startedAt: T0 + 10, endedAt: T0 + 11, error: null }],
      output,
    });
    expect(await steps()).toMatchObject([
      { path: 'a', status: 'skipped' },
      { path: 'b', attempt: 1 },
    ]);
    // A manual retry is a new activity: its first attempt is 2, and it runs.
    expect(
      await recorder.workStarted(work({ path: 'b', sequence: 20, firstAttempt: 2, attempt: 2 })),
    ).toEqual({ attempts: [], output: null });
  });

  it('tells an attempt what came of those before it in the same activity', async () => {
    await recorder.workStarted(work({ sequence: 10 }));
    await recorder.workEnded(ended(id, 'b', 1, 11, failure('BUSY', 'Too busy.')));
    await recorder.workStarted(work({ sequence: 12, attempt: 2 }));
    const { attempts } = await recorder.workStarted(work({ sequence: 14, attempt: 3 }));
    expect(attempts).toEqual([
      {
        ...{ attempt: 1, startedAt: T0 + 10, endedAt: T0 + 11 },
        error: { code: 'BUSY', message: 'Too busy.', retryable: false },
      },
      {
        ...{ attempt: 2, startedAt: T0 + 12, endedAt: T0 + 14 },
        error: {
          code: 'WORKER_LOST',
          message: 'The worker that ran this attempt was lost.',
          retryable: true,
        },
      },
    ]);
  });

  it('records failures and cancellations of work', async () => {
    await recorder.workStarted(work({ path: 'b', sequence: 10 }));
    await recorder.workEnded(ended(id, 'b', 1, 11, failure('DOCUMENT_BROKEN', 'The file is broken.')));
    await recorder.workStarted(work({ path: 'c', sequence: 20 }));
    await recorder.workEnded(ended(id, 'c', 1, 21, failure('CANCELLED', 'Cancelled while it ran.')));
    expect(await steps()).toMatchObject([
      { status: 'failed', error: { code: 'DOCUMENT_BROKEN' }, errorMessage: 'The file is broken.' },
      { status: 'cancelled' },
    ]);
    expect((await events())[1]).toMatchObject({
      level: 'error',
      message: 'Step "b" failed: The file is broken.',
    });
  });

  it('shows progress while a step runs and drops it when it ends', async () => {
    await recorder.workStarted(work({ path: 'b', sequence: 1 }));
    await recorder.workProgress(id, 'b', 1, { done: 2, total: 5, message: 'Reading' });
    expect((await steps())[0]?.progress).toEqual({ done: 2, total: 5, message: 'Reading' });
    expect(await events()).toHaveLength(1);
    await recorder.workEnded(ended(id, 'b', 1, 2, facts({})));
    await recorder.workProgress(id, 'b', 1, { done: 3, total: 5, message: 'Late' });
    expect((await steps())[0]?.progress).toBeNull();
  });

  it('takes hostile values: NUL, lone surrogates, huge numbers, names of the prototype', async () => {
    const hostile = { text: 'a\u0000b\uD800', __proto__x: 1e308, ['constructor']: '{{ 1 }}' };
    await recorder.apply(id, [
      step(1, 'a', 'completed', { output: facts({ ...hostile, cost: 1e300, token_count: 1e300 }) }),
      step(2, 'b', 'completed', { output: facts({ cost: 'free', token_count: -4 }) }),
      variable(3, 'v', hostile),
    ]);
    expect((await steps())[0]?.outputData?.facts).toMatchObject({
      text: 'a\uFFFDb\uFFFD',
      constructor: '{{ 1 }}',
    });
    expect(await execution()).toMatchObject({ cost: 1e12, tokenCount: 1e12 });
  });

  it('says so when there is no such execution', async () => {
    const stranger = randomUUID();
    await expect(recorder.apply(stranger, [status(1, 'running', 0, 0)])).rejects.toThrow(
      UnknownExecutionError,
    );
    await expect(recorder.workStarted(work({ executionId: stranger }))).rejects.toThrow(
      UnknownExecutionError,
    );
  });

  it('tells listeners of every commit, in order and without a gap in the log', async () => {
    const listener = new Client({ connectionString: database.url });
    await listener.connect();
    const heard: { id: string; sequence: number }[] = [];
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '') as (typeof heard)[0]));
    await listener.query('LISTEN execution_events');
    try {
      await Promise.all(
        Array.from({ length: 40 }, (_, n) => recorder.apply(id, [step(n, `s${n}`, 'completed')])),
      );
      await listener.query('SELECT 1');
      expect(heard.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect((await events()).map(({ sequence }) => sequence)).toEqual(heard.map(({ sequence }) => sequence));
    } finally {
      await listener.end();
    }
  });

  function variables() {
    return database.dataSource
      .getRepository(WorkflowVariable)
      .find({ where: { executionId: id }, order: { sequence: 'ASC' } });
  }
  function conditions() {
    return database.dataSource.getRepository(WorkflowCondition).find({ where: { executionId: id } });
  }
  function work(over: Partial<WorkStart>): WorkStart {
    const path = over.path ?? 'b';
    return {
      ...{
        executionId: id,
        path,
        stepId: path,
        stepType: 'search',
        stepName: path,
        firstAttempt: 1,
        attempt: 1,
        at: T0 + (over.sequence ?? 0),
      },
      ...{ sequence: 1, configuration: { limit: 3 }, warnings: [], records: [] },
      ...over,
    };
  }
});

function stable({ updatedAt: _, ...rest }: WorkflowExecution) {
  return rest;
}
