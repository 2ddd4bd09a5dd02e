import { ProductRun, eventually } from './support/product-run.js';
import type { WorkerChild } from './support/worker-child.js';

/** kill -9 of the worker process while an execution waits: for a time, for a person, for another execution. */
describe('a worker that is killed while nothing of the execution runs', () => {
  let product: ProductRun;
  let worker: WorkerChild | null = null;
  beforeEach(async () => {
    product = await ProductRun.prepare(5);
  }, 60_000);
  afterEach(async () => {
    await worker?.stop();
    await product.finish();
  }, 60_000);

  const becomes = (id: string, status: string, seconds = 60) =>
    eventually(async () => (await product.execution(id)).status === status, `it is ${status}`, seconds);

  it('lets it go on when its time has come meanwhile', async () => {
    worker = await product.startWorker();
    const id = await product.start(WAITING, {});
    await becomes(id, 'waiting');
    await worker.kill();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const restarted = Date.now();
    worker = await product.startWorker();
    await becomes(id, 'completed');
    const [wait] = (await product.steps(id)).filter(({ path }) => path === 'wait');
    expect(wait?.startedAt?.getTime()).toBeLessThan(restarted);
    expect(await product.steps(id)).toHaveLength(2);
  }, 120_000);

  it('in the middle of a sub-workflow leaves both to the next one, and runs nothing twice', async () => {
    const child = await product.publish(READING);
    const letGo = await product.holdInserts('extractions');
    worker = await product.startWorker();
    const id = await product.start(calling(child), {});
    await eventually(async () => {
      const [execution] = await product.children(id);
      if (execution === undefined) return false;
      return (await product.steps(execution.id)).some(({ status }) => status === 'running');
    }, 'the step inside runs');
    await worker.kill();
    await letGo();
    worker = await product.startWorker();
    await becomes(id, 'completed', 90);
    const children = await product.children(id);
    expect(children).toMatchObject([{ status: 'completed', parentPath: 'call' }]);
    const finished = (await product.steps(id)).filter(({ status }) => status === 'completed');
    expect(finished.map(({ path }) => path).sort()).toEqual(['after', 'call']);
    expect(finished.find(({ path }) => path === 'after')?.outputData?.facts).toEqual({ count: 5 });
  }, 180_000);
});

const WAITING = `
schemaVersion: 1
name: Waiting
steps:
  - { id: wait, type: delay, configuration: { duration: 2s } }
  - { id: after, type: transform, configuration: { values: { at: steps.wait.resumed_at } } }
connections:
  - { id: a, sourceStep: wait, targetStep: after }
`;

const READING = `
schemaVersion: 1
name: Reading
steps:
  - { id: read, type: document_ingestion }
connections: []
`;

function calling(workflowId: string): string {
  return `
schemaVersion: 1
name: Calling
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: ${workflowId} } }
  - { id: after, type: transform, configuration: { values: { count: steps.call.read.document_count } } }
connections:
  - { id: a, sourceStep: call, targetStep: after }
`;
}
