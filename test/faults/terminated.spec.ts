import { temporalWorkflowId } from '#temporal/contract';
import type { WorkerChild } from './support/worker-child.js';
import { ProductRun, eventually } from './support/product-run.js';

/** Executions that end where they cannot say so. */
describe('an execution that is ended behind our back', () => {
  let product: ProductRun;
  let worker: WorkerChild;
  beforeAll(async () => {
    product = await ProductRun.prepare(1);
    worker = await product.startWorker({ SLUICE_RECONCILE_SECONDS: '1' });
  }, 60_000);
  afterAll(async () => {
    await worker.stop();
    await product.finish();
  }, 30_000);

  it('by termination in Temporal is closed in the tables, its open step too', async () => {
    const id = await product.start(WAITING, { question: 'why' });
    await eventually(
      async () => (await product.steps(id)).some(({ status }) => status === 'failed'),
      'the first attempt fails and the second waits for its time',
    );
    await product.client.workflow.getHandle(temporalWorkflowId(id)).terminate('an operator decided so');
    await eventually(async () => (await product.execution(id)).status === 'failed', 'it is closed', 20);
    expect(await product.execution(id)).toMatchObject({
      error: { code: 'TERMINATED', message: 'The execution was terminated in Temporal.' },
    });
    expect((await product.steps(id)).filter(({ status }) => status === 'running')).toEqual([]);
  }, 60_000);

  it('is left alone while Temporal still runs it', async () => {
    const id = await product.start(WAITING, { question: 'why' });
    await eventually(async () => (await product.steps(id)).length > 0, 'the first attempt');
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(await product.execution(id)).toMatchObject({ status: 'running' });
    await product.client.workflow.getHandle(temporalWorkflowId(id)).terminate();
  }, 60_000);
});

/** The step fails at once, for it needs a model that nobody has set up, and waits an hour before its next attempt. */
const WAITING = `
schemaVersion: 1
name: Waiting
inputs: { question: { type: string } }
steps:
  - id: ingest
    type: document_ingestion
  - id: answer
    type: synthesis
    configuration: { mode: model }
    retry: { maximumAttempts: 3, initialInterval: 1h, maximumInterval: 1h }
connections:
  - { id: a, sourceStep: ingest, targetStep: answer }
`;
