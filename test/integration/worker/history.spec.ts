import { PAUSE_SIGNAL, RESUME_SIGNAL } from '#temporal/contract';
import { runsOf } from './support/history.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

/** What an execution leaves in Temporal's history, and how it moves on to a new one. */
describe('the history of an execution', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  it('costs six events for a work step and none for what happens between', async () => {
    rig.steps.use({});
    const events = async (yaml: string) => {
      const run = await rig.run(yaml);
      await run.closed();
      return (await run.handle.fetchHistory()).events?.length ?? 0;
    };
    const two = await events(chain([WORK, WORK]));
    const three = await events(chain([WORK, WORK, WORK]));
    expect(three - two).toBe(6);
    expect(await events(chain([WORK, ...CONTROL, WORK]))).toBe(two);
    // Start, one workflow task, the records, the end.
    expect(await events(chain(CONTROL))).toBe(1 + 3 + 1 + 1);
  });

  it('continues as new in the middle of a run, without losing or repeating anything', async () => {
    rig.steps.use({});
    const run = await rig.run(chain(Array.from({ length: 8 }, () => WORK)), {
      argument: { continueAfterEvents: 12 },
    });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(Array.from({ length: 8 }, (_, index) => `s${index}`));
    expect(await runsOf(run)).toBeGreaterThanOrEqual(3);
    expect(await run.execution()).toMatchObject({ status: 'completed', stepsDone: 8 });
    const events = await run.events();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ kind }) => kind === 'execution.running')).toHaveLength(1);
  }, 30_000);

  it('continues as new with branches in flight only after they have ended', async () => {
    const gate = new Gate();
    rig.steps.use({
      slow: async () => {
        await gate.opened;
        return gives({ chunk_count: 1 });
      },
    });
    const run = await rig.run(BRANCHES, { argument: { continueAfterEvents: 12 } });
    await eventually(() => rig.steps.calls.includes('a2'), 'the quick branch goes on until the threshold');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await runsOf(run)).toBe(1);
    gate.open();
    expect(await run.closed()).toBe('COMPLETED');
    expect([...rig.steps.calls].sort()).toEqual(['a1', 'a2', 'a3', 'slow']);
    expect(await runsOf(run)).toBeGreaterThanOrEqual(2);
  }, 30_000);

  it('continues as new while paused, and stays paused', async () => {
    const gate = new Gate();
    rig.steps.use({
      s0: async () => {
        await gate.opened;
        return gives({});
      },
    });
    const run = await rig.run(chain([WORK, WORK]), { argument: { continueAfterEvents: 14 } });
    await eventually(() => rig.steps.calls.includes('s0'), 'the first step runs');
    await run.handle.signal(PAUSE_SIGNAL, { path: '' });
    gate.open();
    await eventually(async () => {
      await run.handle.signal(PAUSE_SIGNAL, { path: '' });
      return (await runsOf(run)) > 1;
    }, 'the paused execution continues as new');
    expect(await run.execution()).toMatchObject({ status: 'paused' });
    expect(rig.steps.calls).toEqual(['s0']);
    await run.handle.signal(RESUME_SIGNAL, { path: '' });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['s0', 's1']);
  }, 30_000);

  it('carries a state above 64 KiB by reference', async () => {
    const ids = [0, 1, 2, 3, 4, 5].map((index) => `s${index}`);
    const answer = 'x'.repeat(20_000);
    rig.steps.use(Object.fromEntries(ids.map((id) => [id, () => gives({ answer })])));
    const total = ids.map((id) => `size(steps.${id}.answer)`).join(' + ');
    const sum = `type: transform, configuration: { values: { total: '${total}' } }`;
    const run = await rig.run(chain([...ids.map(() => 'type: synthesis'), sum]), {
      argument: { continueAfterEvents: 30 },
    });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toHaveLength(6);
    expect(await run.execution()).toMatchObject({ outputData: { s6: { total: 120_000 } } });
    const kinds = await rig.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM artifacts WHERE kind = 'json'`,
    );
    expect(kinds.length).toBeGreaterThan(0);
  }, 30_000);
});

const WORK = 'type: search';
const CONTROL = [
  `type: transform, configuration: { values: { number: '1 + 1' } }`,
  `type: condition, configuration: { cases: [{ port: out, when: 'true' }] }`,
  `type: merge`,
];

function chain(steps: readonly string[]): string {
  const connections = steps
    .slice(1)
    .map((_, index) => `  - { id: c${index}, sourceStep: s${index}, targetStep: s${index + 1} }`);
  return `
schemaVersion: 1
name: Chain
inputs: { question: { type: string, default: why } }
steps:
${steps.map((step, index) => `  - { id: s${index}, ${step} }`).join('\n')}
connections:${connections.length === 0 ? ' []' : `\n${connections.join('\n')}`}
`;
}

//  slow ------------+
//                   +-> together
//  a1 -> a2 -> a3 --+
const BRANCHES = `
schemaVersion: 1
name: Branches
inputs: { question: { type: string, default: why } }
steps:
  - { id: slow, type: chunking }
  - { id: a1, type: search }
  - { id: a2, type: search }
  - { id: a3, type: search }
  - { id: together, type: merge }
connections:
  - { id: a, sourceStep: a1, targetStep: a2 }
  - { id: b, sourceStep: a2, targetStep: a3 }
  - { id: c, sourceStep: a3, targetStep: together }
  - { id: d, sourceStep: slow, targetStep: together }
`;
