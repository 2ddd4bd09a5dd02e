import { OpenExecutions } from '#persistence';
import { RecordedExecution } from './support/recorded-execution.js';
import { round, status, step } from './support/records.js';

jest.setTimeout(60_000);

describe('what has to be closed of an execution that ended without saying so', () => {
  let recorded: RecordedExecution;
  let open: OpenExecutions;
  beforeAll(async () => {
    recorded = await RecordedExecution.prepare();
    open = new OpenExecutions(recorded.database.dataSource);
  });
  afterAll(() => recorded.database.drop());
  beforeEach(() => recorded.renew());

  const progress = async () => (await open.unfinished(recorded.id))?.progress;

  it('counts its open steps as done, since they are about to be closed, but no rounds', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 4),
      step(2, 'a', 'completed'),
      step(3, 'each', 'running', { stepType: 'loop' }),
      round(4, 0, 'running'),
      step(5, 'each[0]/embed', 'running'),
    ]);
    expect(await progress()).toEqual({ done: 3, known: 4 });
  });

  it('counts no step twice that was told to be done and whose row says that it runs', async () => {
    await recorded.recorder.apply(recorded.id, [
      status(1, 'running', 0, 1),
      step(2, 'a', 'running'),
      status(4, 'paused', 1, 1),
    ]);
    expect(await progress()).toEqual({ done: 1, known: 1 });
  });
});
