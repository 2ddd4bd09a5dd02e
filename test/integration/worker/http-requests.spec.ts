import { createStepImplementations } from '#documents';
import type { LocalServer } from '../../../libs/documents/test/local-server.js';
import { json, startServer } from '../../../libs/documents/test/local-server.js';
import { Rig } from './support/rig.js';

/** The real step against a server of this machine, which the operator has allowed. */
describe('a request to another system', () => {
  let rig: Rig;
  let server: LocalServer;
  let busy = 0;
  beforeAll(async () => {
    rig = await Rig.start();
    server = await startServer(({ path }, response) => {
      if (path === '/busy' && (busy -= 1) >= 0) json(response, 429, 'slow down', { 'retry-after': '1' });
      else if (path === '/big') json(response, 200, { text: 'x'.repeat(100_000) });
      else if (path === '/gone') json(response, 410, 'gone');
      else json(response, 200, { order: 7 });
    });
    const outside = { allowedOrigins: [server.origin], secrets: null };
    const step = createStepImplementations(null, outside)['http_request'];
    if (step === undefined) throw new Error('There is no such step');
    rig.steps.use({ send: ({ request, context }) => step(request, context) });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await rig.stop();
  }, 60_000);

  const definition = (path: string, method: string) => `
schemaVersion: 1
name: Request
steps:
  - id: send
    type: http_request
    configuration: { method: ${method}, url: "${server.origin}${path}", body: { n: 1 } }
    retry: { maximumAttempts: 3, initialInterval: 10ms }
  - { id: after, type: transform, configuration: { values: { order: steps.send.body.order } } }
connections:
  - { id: a, sourceStep: send, targetStep: after }
`;

  it('gives its answer to the steps after it', async () => {
    const run = await rig.run(definition('/orders', 'POST'));
    expect(await run.closed()).toBe('COMPLETED');
    expect(await run.execution()).toMatchObject({ outputData: { after: { order: 7 } } });
    expect(server.asked.at(-1)).toMatchObject({
      method: 'POST',
      body: '{"n":1}',
      headers: { 'idempotency-key': `${run.id}/send` },
    });
  });

  it('is repeated when the other side is ready for it, with the same key', async () => {
    busy = 1;
    const began = Date.now();
    const run = await rig.run(definition('/busy', 'POST'));
    expect(await run.closed()).toBe('COMPLETED');
    expect(Date.now() - began).toBeGreaterThanOrEqual(990);
    const keys = server.asked
      .filter(({ path }) => path === '/busy')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([`${run.id}/send`, `${run.id}/send`]);
  });

  it('is not repeated when it is refused', async () => {
    const run = await rig.run(definition('/gone', 'GET'));
    expect(await run.closed()).toBe('FAILED');
    expect(server.asked.filter(({ path }) => path === '/gone')).toHaveLength(1);
    expect(await run.execution()).toMatchObject({ error: { code: 'HTTP_STATUS', retryable: false } });
  });

  it('keeps an answer aside that is too big for history', async () => {
    const run = await rig.run(definition('/big', 'GET').replace('body.order', 'status'));
    expect(await run.closed()).toBe('COMPLETED');
    const output = (await run.steps()).find(({ path }) => path === 'send')?.outputData;
    expect(output?.facts).toEqual({ status: 200, content_type: 'application/json' });
    expect(output?.references['body']).toMatchObject({ kind: 'json' });
  });
});
