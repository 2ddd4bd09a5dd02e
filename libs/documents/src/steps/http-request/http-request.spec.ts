import type { JsonObject, StepOutput } from '#definition';
import type { LocalServer } from '../../../test/local-server.js';
import { json, startServer } from '../../../test/local-server.js';
import { MemoryStores, contextOn } from '../../../test/memory-stores.js';
import { createGuardedClient } from '../../http/guarded-client.js';
import type { SecretStore } from '../../ports.js';
import { httpRequest } from './http-request.js';

describe('http_request', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startServer(({ path }, response) => {
      if (path === '/text') response.writeHead(200, { 'content-type': 'text/plain' }).end('Hello');
      else if (path === '/latin')
        response
          .writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' })
          .end(Buffer.from('caf\xe9', 'latin1'));
      else if (path === '/half') response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":');
      else if (path === '/none') response.writeHead(204).end();
      else if (path === '/busy') json(response, 429, 'slow down', { 'retry-after': '3' });
      else if (path === '/broken') json(response, 503, 'down');
      else if (path === '/missing') json(response, 404, { error: 'no such order' });
      else if (path === '/huge') response.writeHead(200).end(Buffer.alloc(11 * 1024 * 1024, 'x'));
      else json(response, 200, { ok: true });
    });
  });
  afterAll(() => server.close());

  const secrets: SecretStore = {
    headersFor: async (ownerId, name, host) =>
      ownerId === 'owner-1' && name === 'orders' && server.origin.endsWith(host)
        ? { 'x-api-token': 'very secret' }
        : null,
  };
  const call = (
    configuration: JsonObject,
    { known = secrets, signal }: { known?: SecretStore | null; signal?: AbortSignal } = {},
  ): Promise<StepOutput> => {
    const client = createGuardedClient({ allowedOrigins: [server.origin] });
    const context = contextOn(new MemoryStores(), {
      executionId: 'execution-1',
      path: 'each[3]/send',
      ...(signal && { signal }),
    });
    return httpRequest(client, known)({ configuration, incoming: {}, documents: null }, context);
  };
  const to = (path: string, more: JsonObject = {}) => call({ url: `${server.origin}${path}`, ...more });

  it('gives the status, the kind and the body of the answer, read as JSON when it is JSON', async () => {
    expect(await to('/json')).toEqual({
      facts: { status: 200, content_type: 'application/json', body: { ok: true } },
      references: {},
    });
    expect((await to('/text')).facts).toMatchObject({ content_type: 'text/plain', body: 'Hello' });
    expect((await to('/latin')).facts).toMatchObject({ body: 'café' });
    expect((await to('/half')).facts).toMatchObject({ body: '{"a":' });
    expect((await to('/none')).facts).toEqual({ status: 204, content_type: '', body: '' });
  });

  it('sends an object as JSON, a text as it stands, and headers', async () => {
    await to('/json', { method: 'POST', body: { order: 7 }, headers: { 'X-Trace': 'a' } });
    expect(server.asked.at(-1)).toMatchObject({
      method: 'POST',
      body: '{"order":7}',
      headers: { 'content-type': 'application/json', 'x-trace': 'a' },
    });
    await to('/json', { method: 'PUT', body: 'a,b', headers: { 'Content-Type': 'text/csv' } });
    expect(server.asked.at(-1)).toMatchObject({ body: 'a,b', headers: { 'content-type': 'text/csv' } });
  });

  it('names the execution and the step in requests that change something', async () => {
    await to('/json', { method: 'POST', body: 'x' });
    expect(server.asked.at(-1)?.headers['idempotency-key']).toBe('execution-1/each[3]/send');
    await to('/json');
    expect(server.asked.at(-1)?.headers).not.toHaveProperty('idempotency-key');
  });

  it('proves who is asking by a secret of the owner for that host', async () => {
    await to('/json', { secret: 'orders' });
    expect(server.asked.at(-1)?.headers).toMatchObject({ 'x-api-token': 'very secret' });
    const unknown = { code: 'SECRET_NOT_FOUND', retryable: false };
    await expect(to('/json', { secret: 'other' })).rejects.toMatchObject(unknown);
    await expect(call({ url: 'http://elsewhere.test/', secret: 'orders' })).rejects.toMatchObject(unknown);
    await expect(
      call({ url: `${server.origin}/json`, secret: 'orders' }, { known: null }),
    ).rejects.toMatchObject(unknown);
  });

  it.each([
    ['/busy', { code: 'HTTP_STATUS', retryable: true, retryAfterMs: 3_000 }],
    ['/broken', { code: 'HTTP_STATUS', retryable: true, retryAfterMs: null }],
    ['/missing', { code: 'HTTP_STATUS', retryable: false }],
    ['/huge', { code: 'HTTP_TOO_LARGE', retryable: false }],
  ])('fails at %s', async (path, failure) => {
    await expect(to(path)).rejects.toMatchObject({ name: 'StepFailure', ...failure });
  });

  it('says what the other side said', async () => {
    await expect(to('/missing')).rejects.toThrow('status 404: {"error":"no such order"}');
  });

  it('takes other statuses for success when told to', async () => {
    expect((await to('/missing', { successStatus: ['2xx', 404] })).facts).toMatchObject({ status: 404 });
    await expect(to('/json', { successStatus: [201] })).rejects.toMatchObject({ code: 'HTTP_STATUS' });
    expect((await to('/broken', { successStatus: ['5xx'] })).facts).toMatchObject({ status: 503 });
  });

  it.each(['http://127.0.0.1:1/', 'file:///etc/passwd', 'no address'])('does not call %s', async (url) => {
    await expect(call({ url })).rejects.toMatchObject({ code: 'HTTP_REFUSED', retryable: false });
  });

  it('says when nobody is there, and that it may be tried again', async () => {
    const gone = await startServer(() => undefined);
    await gone.close();
    const client = createGuardedClient({ allowedOrigins: [gone.origin] });
    const request = { configuration: { url: gone.origin }, incoming: {}, documents: null };
    await expect(httpRequest(client, null)(request, contextOn(new MemoryStores()))).rejects.toMatchObject({
      code: 'HTTP_UNREACHABLE',
      retryable: true,
    });
  });

  it.each<JsonObject>([
    { Host: 'other.test' },
    { 'x-a': 'one\r\nx-b: two' },
    { 'bad name': 'x' },
    { 'x-a': ['list'] },
  ])('refuses the headers %j', async (headers) => {
    await expect(to('/json', { headers })).rejects.toMatchObject({ code: 'BAD_INPUT', retryable: false });
  });

  it('needs an address, and stops when it is told to', async () => {
    await expect(call({ url: ' ' })).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    const stop = { signal: AbortSignal.abort(new Error('cancelled')) };
    await expect(call({ url: server.origin }, stop)).rejects.toThrow('cancelled');
  });
});
