import { gives } from './support/scripted-steps.js';
import { Rig } from './support/rig.js';

/** Steps in sequence, chosen, side by side and joined: what runs, in which order, and what the tables say. */
describe('the flow of an execution', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  //  ingest -> chunk -> search
  it('runs a sequence in order and hands references on', async () => {
    const documents = { $ref: 'a', kind: 'documents', count: 2, bytes: 10, sha256: 'x' };
    let got: unknown = null;
    rig.steps.use({
      ingest: () => gives({ document_count: 2 }, { documents }),
      chunk: ({ request }) => {
        got = request.incoming;
        return gives({ chunk_count: 7 });
      },
    });
    const run = await rig.run(SEQUENCE);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['ingest', 'chunk', 'search']);
    expect(got).toEqual({ documents: [documents] });
    const execution = await run.execution();
    expect(execution).toMatchObject({
      status: 'completed',
      stepsDone: 3,
      stepsKnown: 3,
      progressPercentage: 100,
    });
    expect(await statuses(run)).toEqual({ ingest: 'completed', chunk: 'completed', search: 'completed' });
  });

  //            many -> search -+
  //  chunk -> enough           +-> together
  //            else -> answer -+
  it('takes the port a condition chooses and skips the rest', async () => {
    rig.steps.use({ chunk: () => gives({ chunk_count: 3 }) });
    const run = await rig.run(CONDITION);
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['chunk', 'answer']);
    expect(await statuses(run)).toMatchObject({
      enough: 'completed',
      search: 'skipped',
      answer: 'completed',
    });
    const skipped = (await run.steps()).find(({ path }) => path === 'search');
    expect(skipped?.reason).toContain('enough');
    const [decision] = await rig.dataSource.query<{ operands: unknown; result: string }[]>(
      `SELECT operands, result FROM workflow_conditions WHERE execution_id = $1`,
      [run.id],
    );
    expect(decision).toMatchObject({ result: 'false' });
    expect(JSON.stringify(decision?.operands)).toContain('3');
  });

  //         +-> chunk ---+
  //  both --+            +-> together
  //         +-> search --+
  it('runs branches at the same time and merges them in the order of the definition', async () => {
    let atOnce = 0;
    let most = 0;
    const branch = (fact: string, ms: number) => async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, ms));
      atOnce -= 1;
      return gives({ [fact]: ms });
    };
    rig.steps.use({ chunk: branch('chunk_count', 300), search: branch('result_count', 50) });
    const run = await rig.run(PARALLEL);
    expect(await run.closed()).toBe('COMPLETED');
    expect(most).toBe(2);
    const { outputData } = await run.execution();
    expect(JSON.stringify(outputData)).toContain(
      '"value":{"chunk":{"chunk_count":300},"search":{"result_count":50}}',
    );
  });

  it('records every transition once, numbered without a gap for subscribers', async () => {
    rig.steps.use({ chunk: () => gives({ chunk_count: 30 }) });
    const run = await rig.run(CONDITION);
    await run.closed();
    const events = await run.events();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const kinds = events.map(({ kind, path }) => `${kind} ${path ?? ''}`.trim());
    expect(new Set(kinds)).toEqual(
      new Set([
        'execution.running',
        'step.running chunk',
        'step.completed chunk',
        'condition.evaluated enough',
        'step.completed enough',
        'step.running search',
        'step.completed search',
        'step.skipped answer',
        'step.completed together',
        'execution.completed',
      ]),
    );
    expect(events.at(-1)?.kind).toBe('execution.completed');
  });
});

const statuses = async (run: Awaited<ReturnType<Rig['run']>>) =>
  Object.fromEntries((await run.steps()).map(({ path, status }) => [path, status]));

const SEQUENCE = `
schemaVersion: 1
name: Sequence
inputs: { question: { type: string, default: why } }
steps:
  - { id: ingest, type: document_ingestion }
  - { id: chunk, type: chunking }
  - { id: search, type: search }
connections:
  - { id: a, sourceStep: ingest, targetStep: chunk }
  - { id: b, sourceStep: chunk, targetStep: search }
`;

const CONDITION = `
schemaVersion: 1
name: Condition
inputs: { question: { type: string, default: why } }
steps:
  - { id: chunk, type: chunking }
  - { id: enough, type: condition, configuration: { cases: [{ port: many, when: chunk_count > 10 }] } }
  - { id: search, type: search }
  - { id: answer, type: synthesis }
  - { id: together, type: merge }
connections:
  - { id: a, sourceStep: chunk, targetStep: enough }
  - { id: b, sourceStep: enough, sourceOutput: many, targetStep: search }
  - { id: c, sourceStep: enough, sourceOutput: else, targetStep: answer }
  - { id: d, sourceStep: search, targetStep: together }
  - { id: e, sourceStep: answer, targetStep: together }
`;

const PARALLEL = `
schemaVersion: 1
name: Parallel
inputs: { question: { type: string, default: why } }
steps:
  - { id: both, type: parallel }
  - { id: chunk, type: chunking }
  - { id: search, type: search }
  - { id: together, type: merge }
connections:
  - { id: a, sourceStep: both, targetStep: chunk }
  - { id: b, sourceStep: both, targetStep: search }
  - { id: c, sourceStep: chunk, targetStep: together }
  - { id: d, sourceStep: search, targetStep: together }
`;
