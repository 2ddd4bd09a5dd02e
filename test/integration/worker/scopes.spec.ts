import { StepFailure } from '#documents';
import { tally } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives, untilAborted } from './support/scripted-steps.js';

const fails = () => {
  throw new StepFailure('PROVIDER_REFUSED', 'The provider said no', false);
};

/** Steps kept together: what fails inside, what is tidied up, what is undone, and who wins a race. */
describe('scopes', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  //  guard [ first -> second | finally: tidy ] -> after
  //    error -> mend
  it('tidy up after their body has succeeded', async () => {
    rig.steps.use({});
    const run = await rig.run(GUARDED);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['guard/first', 'guard/second', 'guard/tidy', 'after']);
    expect(await tally(run)).toEqual({
      workflowExecutionStarted: 1,
      activityTaskScheduled: 4,
      activityTaskStarted: 4,
      activityTaskCompleted: 4,
      markerRecorded: 1,
      workflowExecutionCompleted: 1,
    });
  });

  it('tidy up after a failure as well, and go on by the error port', async () => {
    let told: unknown;
    rig.steps.use({
      second: fails,
      mend: ({ request }) => {
        told = request.configuration['question'];
        return gives({});
      },
    });
    const run = await rig.run(GUARDED);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['guard/first', 'guard/second', 'guard/tidy', 'mend']);
    expect(told).toBe('PROVIDER_REFUSED');
  });

  it('tidy up when the execution is cancelled, shielded from it', async () => {
    const tidied = new Gate();
    rig.steps.use({
      second: ({ context }) => untilAborted(context.signal),
      tidy: async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        tidied.open();
        return gives({});
      },
    });
    const run = await rig.run(GUARDED);
    await eventually(() => rig.steps.calls.includes('guard/second'), 'the second step runs');
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    await tidied.opened;
    expect(rig.steps.calls).toEqual(['guard/first', 'guard/second', 'guard/tidy']);
    expect(await run.execution()).toMatchObject({ status: 'cancelled' });
  });

  it('undo what was done in reverse order when they fail, whatever becomes of one undoing', async () => {
    const undone: unknown[] = [];
    rig.steps.use({
      undo_first: ({ request }) => {
        undone.push(request.configuration['query']);
        return gives({});
      },
      undo_second: fails,
      third: fails,
    });
    const run = await rig.run(COMPENSATED);
    expect(await run.closed()).toBe('FAILED');
    expect(rig.steps.calls).toEqual(['first', 'second', 'third', 'undo_second', 'undo_first']);
    expect(undone).toEqual(['undo 7']);
    expect(await run.execution()).toMatchObject({
      status: 'failed',
      error: { code: 'PROVIDER_REFUSED', stepId: 'third' },
    });
    const told = (await run.events()).map(({ kind }) => kind);
    expect(told).toContain('execution.compensating');
  });

  it('undo when the execution is cancelled', async () => {
    rig.steps.use({ third: ({ context }) => untilAborted(context.signal) });
    const run = await rig.run(COMPENSATED);
    await eventually(() => rig.steps.calls.includes('third'), 'the third step runs');
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    expect(rig.steps.calls).toEqual(['first', 'second', 'third', 'undo_second', 'undo_first']);
  });

  //  near -+
  //        +-> answer (race)
  //  far --+
  it('let the first of a race go on and cancel the others', async () => {
    let stopped = false;
    rig.steps.use({
      near: () => gives({ result_count: 1 }),
      far: async ({ context }) => {
        try {
          return await untilAborted(context.signal);
        } finally {
          stopped = true;
        }
      },
    });
    const run = await rig.run(RACE);
    expect(await run.closed()).toBe('COMPLETED');
    expect(stopped).toBe(true);
    expect((await run.steps()).map(({ path, status }) => [path, status])).toEqual([
      ['answer', 'completed'],
      ['far', 'cancelled'],
      ['near', 'completed'],
    ]);
    expect(await tally(run)).toMatchObject({ activityTaskCancelRequested: 1, activityTaskCanceled: 1 });
  });
});

const GUARDED = `
schemaVersion: 1
name: Guarded
steps:
  - { id: guard, type: try }
  - { id: first, type: search, parent: guard, configuration: { query: q } }
  - { id: second, type: search, parent: guard, configuration: { query: q } }
  - { id: tidy, type: search, parent: guard, region: finally, configuration: { query: q } }
  - { id: after, type: synthesis }
  - { id: mend, type: synthesis, configuration: { question: "{{ error.code }}" } }
connections:
  - { id: a, sourceStep: first, targetStep: second }
  - { id: b, sourceStep: guard, sourceOutput: done, targetStep: after }
  - { id: c, sourceStep: guard, sourceOutput: error, targetStep: mend }
`;

const COMPENSATED = `
schemaVersion: 1
name: Compensated
inputs: { order: { type: number, default: 7 } }
steps:
  - { id: first, type: search, configuration: { query: q }, compensateWith: undo_first }
  - { id: undo_first, type: search, configuration: { query: "undo {{ input.order }}" } }
  - { id: second, type: search, configuration: { query: q }, compensateWith: undo_second }
  - { id: undo_second, type: search, configuration: { query: q } }
  - { id: third, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: first, targetStep: second }
  - { id: b, sourceStep: second, targetStep: third }
`;

const RACE = `
schemaVersion: 1
name: Race
steps:
  - { id: near, type: search, configuration: { query: q } }
  - { id: far, type: search, configuration: { query: q } }
  - { id: answer, type: synthesis, join: race }
connections:
  - { id: a, sourceStep: near, targetStep: answer }
  - { id: b, sourceStep: far, targetStep: answer }
`;
