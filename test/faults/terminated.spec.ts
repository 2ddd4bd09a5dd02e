import { PAUSE_SIGNAL, temporalWorkflowId } from '#temporal/contract';
import { ProductRun, eventually } from './support/product-run.js';
import type { WorkerChild } from './support/worker-child.js';

/** Executions that end where they cannot say so. */
describe('an execution that is ended behind our back', () => {
  let product: ProductRun;
  let worker: WorkerChild | null = null;
  beforeAll(async () => {
    product = await ProductRun.prepare(25);
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await product.finish();
  }, 30_000);

  const startWorker = () => product.startWorker({ SLUICE_RECONCILE_SECONDS: '1' });

  const inTheMiddle = async () => {
    const id = await product.start(SEQUENCE, { question: 'why' });
    const ingestRuns = async () => (await product.steps(id)).some(({ status }) => status === 'running');
    await eventually(ingestRuns, 'a step runs');
    return { id, handle: product.client.workflow.getHandle(temporalWorkflowId(id)) };
  };

  it('by termination in Temporal is closed in the tables, its open step too', async () => {
    worker = await startWorker();
    const { id, handle } = await inTheMiddle();
    await worker.kill();
    await handle.terminate('an operator decided so');
    expect(await product.execution(id)).toMatchObject({ status: 'running' });

    worker = await startWorker();
    await eventually(async () => (await product.execution(id)).status === 'failed', 'it is closed', 20);
    expect(await product.execution(id)).toMatchObject({
      error: { code: 'TERMINATED', message: 'The execution was terminated in Temporal.' },
    });
    const [step, ...others] = await product.steps(id);
    expect(step).toMatchObject({ path: 'ingest', status: 'failed', error: { code: 'TERMINATED' } });
    expect(others).toEqual([]);
  }, 90_000);

  it('is left alone while Temporal keeps it open', async () => {
    await worker?.stop();
    worker = await startWorker();
    const { id, handle } = await inTheMiddle();
    await handle.signal(PAUSE_SIGNAL, { path: '' });
    const ingestEnded = async () => (await product.steps(id)).some(({ status }) => status === 'completed');
    await eventually(ingestEnded, 'the running step ends');
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(await product.execution(id)).toMatchObject({ status: 'paused' });
    await handle.terminate();
  }, 90_000);
});

const SEQUENCE = `
schemaVersion: 1
name: Sequence
inputs: { question: { type: string } }
steps:
  - { id: ingest, type: document_ingestion }
  - { id: chunk, type: chunking }
connections:
  - { id: a, sourceStep: ingest, targetStep: chunk }
`;
