import type { ExecutionRecord } from '#interpreter';
import { ExecutionRecorder } from '#persistence';
import { Rig, eventually } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

/** A real recorder whose database can be taken away for a number of writes. */
class FlakyRecorder extends ExecutionRecorder {
  failures = 0;
  attempts = 0;

  override async apply(executionId: string, records: readonly ExecutionRecord[]): Promise<void> {
    this.attempts += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    }
    await super.apply(executionId, records);
  }
}

describe('recording while the database is away', () => {
  let rig: Rig;
  let recorder: FlakyRecorder;
  beforeAll(async () => {
    rig = await Rig.start((real) => {
      recorder = new FlakyRecorder(real['dataSource']);
      return recorder;
    });
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  it('writes with one local activity when all is well', async () => {
    rig.steps.use({});
    recorder.attempts = 0;
    const run = await rig.run(SINGLE);
    expect(await run.closed()).toBe('COMPLETED');
    expect(recorder.attempts).toBe(1);
    expect(await eventTypes(run)).not.toContain('record');
  });

  it('falls back to an activity after three failures, and the execution completes', async () => {
    rig.steps.use({ search: () => gives({ result_count: 1 }) });
    recorder.failures = 5;
    const run = await rig.run(SINGLE);
    expect(await run.closed()).toBe('COMPLETED');
    expect(await eventTypes(run)).toContain('record');
    expect(await run.execution()).toMatchObject({ status: 'completed' });
    const events = await run.events();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.kind).toBe('execution.completed');
  }, 30_000);

  it('sends no more at a time than an activity takes, once it has to go that way', async () => {
    rig.steps.use({});
    recorder.failures = 3;
    const run = await rig.run(ROUNDS);
    expect(await run.closed()).toBe('COMPLETED');
    const { events } = await run.handle.fetchHistory();
    const inputs = (events ?? []).flatMap(
      ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.input?.payloads ?? [],
    );
    expect(inputs.length).toBeGreaterThan(1);
    for (const { data } of inputs) expect(data?.length).toBeLessThan(300 * 1024);
    expect((await run.steps()).filter(({ status }) => status === 'completed')).toHaveLength(2 * 1_500 + 1);
  }, 30_000);

  it('gives up on an execution that was deleted, instead of trying for ever', async () => {
    const run = await rig.run(SINGLE);
    await rig.dataSource.query(`DELETE FROM workflow_executions WHERE id = $1`, [run.id]);
    await eventually(async () => (await run.handle.describe()).status.name !== 'RUNNING', 'it ends');
    expect(['FAILED', 'COMPLETED']).toContain(await run.closed());
  }, 30_000);
});

async function eventTypes({ handle }: Awaited<ReturnType<Rig['run']>>): Promise<readonly string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name ?? [],
  );
}

const ROUNDS = `
schemaVersion: 1
name: Rounds
steps:
  - { id: again, type: loop, configuration: { mode: times, times: '1500' } }
  - { id: note, type: transform, parent: again, configuration: { values: { number: loop.index } } }
connections: []
`;

const SINGLE = `
schemaVersion: 1
name: Single
inputs: { question: { type: string, default: why } }
steps:
  - { id: search, type: search }
connections: []
`;
