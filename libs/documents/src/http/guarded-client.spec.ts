import type { LocalServer } from '../../test/local-server.js';
import { json, startServer } from '../../test/local-server.js';
import { isPublicAddress } from './address-policy.js';
import { createGuardedClient } from './guarded-client.js';
import type { OutboundRequest } from './guarded-client.js';

describe('which addresses are public', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '::127.0.0.1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the way out', () => {
  let server: LocalServer;
  const guarded = createGuardedClient({ allowedOrigins: [] });
  const request = (url: string, other: Partial<OutboundRequest> = {}): OutboundRequest => ({
    method: 'GET',
    url,
    timeoutMs: 2_000,
    maximumBytes: 1_000,
    ...other,
  });

  beforeAll(async () => {
    server = await startServer(({ path, headers, method }, response) => {
      if (path === '/big') json(response, 200, 'x'.repeat(5_000));
      else if (path === '/slow') response.writeHead(200).write('x');
      else if (path === '/loop') json(response, 302, '', { location: '/loop' });
      else if (path === '/to-metadata')
        json(response, 302, '', { location: 'http://169.254.169.254/latest' });
      else if (path === '/to-file') json(response, 302, '', { location: 'file:///etc/passwd' });
      else if (path === '/moved') json(response, 307, '', { location: '/echo' });
      else if (path === '/see-other') json(response, 303, '', { location: '/echo' });
      else if (path === '/connection') json(response, 200, headers.connection);
      else if (path === '/cut') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      } else json(response, 200, { method, authorization: headers.authorization ?? null });
    });
  });
  afterAll(() => server.close());

  const open = () => createGuardedClient({ allowedOrigins: [server.origin] });

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:1/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://user:secret@example.org/',
    'no address',
  ])('refuses %s', async (url) => {
    await expect(guarded.request(request(url))).rejects.toMatchObject({
      name: 'HttpError',
      fault: 'refused',
    });
  });

  it('reaches a private origin that the operator has allowed, and only that one', async () => {
    const response = await open().request(request(`${server.origin}/echo`));

    expect(response).toMatchObject({ status: 200, url: `${server.origin}/echo` });
    await expect(guarded.request(request(`${server.origin}/echo`))).rejects.toMatchObject({
      fault: 'refused',
    });
  });

  it.each([
    ['GET', {}, 'keep-alive'],
    ['POST', {}, 'close'],
    ['POST', { reuseConnection: true }, 'keep-alive'],
  ] as const)('keeps the connection of a %s %j: %s', async (method, other, expected) => {
    const { body } = await open().request(request(`${server.origin}/connection`, { method, ...other }));
    expect(Buffer.from(body).toString()).toBe(expected);
  });

  it.each([
    ['/to-metadata', 'refused'],
    ['/to-file', 'refused'],
    ['/loop', 'too-many-redirects'],
    ['/big', 'too-large'],
    ['/cut', 'interrupted'],
  ])('looks at where %s leads: %s', async (path, fault) => {
    await expect(open().request(request(`${server.origin}${path}`))).rejects.toMatchObject({ fault });
  });

  it('follows a redirect as browsers do', async () => {
    const headers = { authorization: 'Bearer key' };
    const post = (path: string) =>
      open().request(request(`${server.origin}${path}`, { method: 'POST', body: '{}', headers }));
    const bodyOf = async (path: string): Promise<unknown> =>
      JSON.parse(new TextDecoder().decode((await post(path)).body));

    expect(await bodyOf('/moved')).toEqual({ method: 'POST', authorization: 'Bearer key' });
    expect(await bodyOf('/see-other')).toEqual({ method: 'GET', authorization: 'Bearer key' });
  });

  it.each(['GET', 'DELETE', 'POST'] as const)('sends a body with a %s so that it ends', async (method) => {
    const mirror = await startServer(({ body }, response) => json(response, 200, { body }));
    const client = createGuardedClient({ allowedOrigins: [mirror.origin] });
    for (const body of ['{"n":1}', 'ä']) {
      const { status } = await client.request(request(mirror.origin, { method, body }));
      expect(status).toBe(200);
    }
    expect(mirror.asked.map(({ body }) => body)).toEqual(['{"n":1}', 'ä']);
    await mirror.close();
  });

  it('takes credentials along to no other origin', async () => {
    const other = await startServer(({ headers }, response) => json(response, 200, headers));
    const first = await startServer((_asked, response) =>
      json(response, 307, '', { location: `${other.origin}/` }),
    );
    const client = createGuardedClient({ allowedOrigins: [first.origin, other.origin] });
    const headers = { Authorization: 'Bearer key', 'x-plain': '1' };
    await client.request(request(first.origin, { headers, credentials: { 'x-token': 'secret' } }));

    expect(first.asked[0]?.headers).toMatchObject({ authorization: 'Bearer key', 'x-token': 'secret' });
    expect(other.asked[0]?.headers).toMatchObject({ 'x-plain': '1' });
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
    expect(other.asked[0]?.headers).not.toHaveProperty('x-token');
    await Promise.all([first.close(), other.close()]);
  });

  it('waits no longer than it may, even when bytes trickle in', async () => {
    await expect(open().request(request(`${server.origin}/slow`, { timeoutMs: 100 }))).rejects.toMatchObject({
      fault: 'timeout',
    });
  });

  it('stops when it is not wanted any more', async () => {
    const controller = new AbortController();
    const call = open().request(request(`${server.origin}/slow`, { signal: controller.signal }));
    controller.abort(new Error('cancelled'));

    await expect(call).rejects.toThrow('cancelled');
  });

  it('says when nobody is there', async () => {
    const gone = await startServer(() => undefined);
    await gone.close();
    const client = createGuardedClient({ allowedOrigins: [gone.origin] });

    await expect(client.request(request(gone.origin))).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
