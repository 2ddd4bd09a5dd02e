import type { WorkerChild } from './support/worker-child.js';
import { ProductRun, eventually } from './support/product-run.js';

/** kill -9 of the worker process while it runs an execution. */
describe('a worker that is killed', () => {
  let product: ProductRun;
  let worker: WorkerChild | null = null;
  beforeEach(async () => {
    product = await ProductRun.prepare(10);
  }, 60_000);
  afterEach(async () => {
    await worker?.stop();
    await product.finish();
  }, 60_000);

  /** A step is held in its middle where it writes what it made. */
  it.each([
    ['ingest', 'extractions'],
    ['chunk', 'chunks'],
    ['embed', 'chunk_vectors'],
  ])(
    'in the middle of %s: another one finishes, and no finished step runs again',
    async (path, table) => {
      const letGo = await product.holdInserts(table);
      worker = await product.startWorker();
      const id = await product.start(ANSWER, { question: 'Which machine ran well?' });
      await eventually(
        async () => (await product.steps(id)).some((step) => step.path === path && step.status === 'running'),
        `${path} runs`,
      );
      await worker.kill();
      await letGo();
      const before = await product.steps(id);
      const done = before.filter(({ status }) => status === 'completed');
      expect((await product.execution(id)).status).toBe('running');

      worker = await product.startWorker();
      await eventually(
        async () => (await product.execution(id)).status === 'completed',
        'the execution completes',
        90,
      );
      const after = await product.steps(id);
      for (const step of done) {
        expect(after.filter((other) => other.path === step.path)).toEqual([step]);
      }
      const completed = after.filter(({ status }) => status === 'completed').map((step) => step.path);
      expect(completed).toEqual(['answer', 'chunk', 'embed', 'ingest', 'search']);
      const lost = after.filter(({ status }) => status !== 'completed');
      expect(lost.every(({ error }) => error?.code === 'WORKER_LOST')).toBe(true);
    },
    180_000,
  );

  it('in order: lets go of its step within the grace time, and another one takes it', async () => {
    const letGo = await product.holdInserts('extractions');
    worker = await product.startWorker();
    const id = await product.start(ANSWER, { question: 'Which machine ran well?' });
    await eventually(
      async () => (await product.steps(id)).some(({ status }) => status === 'running'),
      'a step runs',
    );
    expect(await worker.stop()).toBe(0);
    await letGo();
    worker = await product.startWorker();
    await eventually(
      async () => (await product.execution(id)).status === 'completed',
      'the execution completes',
      90,
    );
  }, 180_000);
});

const ANSWER = `
schemaVersion: 1
name: Answer
inputs: { question: { type: string } }
steps:
  - { id: ingest, type: document_ingestion }
  - { id: chunk, type: chunking }
  - { id: embed, type: embedding }
  - { id: search, type: search }
  - { id: answer, type: synthesis }
connections:
  - { id: a, sourceStep: ingest, targetStep: chunk }
  - { id: b, sourceStep: chunk, targetStep: embed }
  - { id: c, sourceStep: embed, targetStep: search }
  - { id: d, sourceStep: search, targetStep: answer }
`;
