import { RecordedExecution } from './support/recorded-execution.js';
import { T0, ended, facts, failure, step, work } from './support/records.js';

jest.setTimeout(60_000);

describe('the recorder of work', () => {
  let recorded: RecordedExecution;
  beforeAll(async () => {
    recorded = await RecordedExecution.prepare();
  });
  afterAll(() => recorded.database.drop());
  beforeEach(() => recorded.renew());

  it('closes the attempts of a lost worker and refuses their late results', async () => {
    await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 10 }));
    await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 12, attempt: 2 }));
    await recorded.recorder.workEnded(ended(recorded.id, 'b', 1, 11, facts({ cost: 5 })));
    await recorded.recorder.workEnded(ended(recorded.id, 'b', 2, 13, facts({ cost: 1 })));
    expect(await recorded.steps()).toMatchObject([
      { attempt: 1, status: 'failed', error: { code: 'WORKER_LOST', retryable: true }, retryCount: 0 },
      { attempt: 2, status: 'completed', error: null, retryCount: 1 },
    ]);
    expect(await recorded.execution()).toMatchObject({ cost: 1, stepsDone: 1 });
    expect((await recorded.events()).map(({ kind, record }) => [kind, record])).toEqual([
      ['step.running', 10],
      ['step.failed', 11],
      ['step.running', 12],
      ['step.completed', 13],
    ]);
  });

  it('gives back what an attempt of the same activity already gave, so that nothing runs twice', async () => {
    const output = facts({ n: 1 });
    expect(await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 10 }))).toEqual({
      attempts: [],
      output: null,
      failed: null,
    });
    await recorded.recorder.workEnded(ended(recorded.id, 'b', 1, 11, output));
    expect(
      await recorded.recorder.workStarted(
        work(recorded.id, { path: 'b', sequence: 12, attempt: 2, records: [step(9, 'a', 'skipped')] }),
      ),
    ).toEqual({
      attempts: [{ attempt: 1, startedAt: T0 + 10, endedAt: T0 + 11, error: null }],
      output,
      failed: null,
    });
    expect(await recorded.steps()).toMatchObject([
      { path: 'a', status: 'skipped' },
      { path: 'b', attempt: 1 },
    ]);
    // A manual retry is a new activity: its first attempt is 2, and it runs.
    expect(
      await recorded.recorder.workStarted(
        work(recorded.id, { path: 'b', sequence: 20, firstAttempt: 2, attempt: 2 }),
      ),
    ).toEqual({ attempts: [], output: null, failed: null });
  });

  it('tells an attempt what came of those before it in the same activity', async () => {
    await recorded.recorder.workStarted(work(recorded.id, { sequence: 10 }));
    await recorded.recorder.workEnded(
      ended(recorded.id, 'b', 1, 11, { ...failure('BUSY', 'Too busy.'), retryable: true }),
    );
    await recorded.recorder.workStarted(work(recorded.id, { sequence: 12, attempt: 2 }));
    const { attempts } = await recorded.recorder.workStarted(work(recorded.id, { sequence: 14, attempt: 3 }));
    expect(attempts).toEqual([
      {
        ...{ attempt: 1, startedAt: T0 + 10, endedAt: T0 + 11 },
        error: { code: 'BUSY', message: 'Too busy.', retryable: true },
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

  it('does not start again what has failed for good, when its worker could not tell', async () => {
    await recorded.recorder.workStarted(work(recorded.id, { sequence: 10 }));
    await recorded.recorder.workEnded(ended(recorded.id, 'b', 1, 11, failure('HTTP_STATUS', 'Refused.')));
    const before = await recorded.recorder.workStarted(work(recorded.id, { sequence: 12, attempt: 2 }));
    expect(before.failed).toMatchObject({
      attempt: 1,
      error: { code: 'HTTP_STATUS', message: 'Refused.', retryable: false },
    });
    expect(await recorded.steps()).toHaveLength(1);
    // A person who tries it again starts a new activity, and that one runs.
    const again = await recorded.recorder.workStarted(
      work(recorded.id, { sequence: 20, firstAttempt: 2, attempt: 2 }),
    );
    expect(again.failed).toBeNull();
    expect(await recorded.steps()).toHaveLength(2);
  });

  it('records failures and cancellations of work', async () => {
    await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 10 }));
    await recorded.recorder.workEnded(
      ended(recorded.id, 'b', 1, 11, failure('DOCUMENT_BROKEN', 'The file is broken.')),
    );
    await recorded.recorder.workStarted(work(recorded.id, { path: 'c', sequence: 20 }));
    await recorded.recorder.workEnded(
      ended(recorded.id, 'c', 1, 21, failure('CANCELLED', 'Cancelled while it ran.')),
    );
    expect(await recorded.steps()).toMatchObject([
      { status: 'failed', error: { code: 'DOCUMENT_BROKEN' }, errorMessage: 'The file is broken.' },
      { status: 'cancelled' },
    ]);
    expect((await recorded.events())[1]).toMatchObject({
      level: 'error',
      message: 'Step "b" failed: The file is broken.',
    });
  });

  it('shows progress while a step runs and drops it when it ends', async () => {
    await recorded.recorder.workStarted(work(recorded.id, { path: 'b', sequence: 1 }));
    await recorded.recorder.workProgress(recorded.id, 'b', 1, { done: 2, total: 5, message: 'Reading' });
    expect((await recorded.steps())[0]?.progress).toEqual({ done: 2, total: 5, message: 'Reading' });
    expect(await recorded.events()).toHaveLength(1);
    await recorded.recorder.workEnded(ended(recorded.id, 'b', 1, 2, facts({})));
    await recorded.recorder.workProgress(recorded.id, 'b', 1, { done: 3, total: 5, message: 'Late' });
    expect((await recorded.steps())[0]?.progress).toBeNull();
  });
});
