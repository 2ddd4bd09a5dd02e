import { mkdtemp, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalToken } from '../../../apps/api/src/startup/local-token.js';
import { createTestDatabase } from '../../support/test-database.mjs';
import { Api } from './support/api.js';

describe('starting the API', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-api-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes an administrator and the sample once, also when two processes start together', async () => {
    const database = await createTestDatabase();
    const environment = { DATABASE_URL: database.url, SLUICE_SAMPLES_DIR: 'examples' };
    const apis = await Promise.all([Api.start(environment), Api.start(environment)]);
    const again = await Api.start(environment);
    try {
      const token = await again.token();
      const { data } = await again.graphql(
        '{ workflows { nodes { name status collection { name documentCount } problems { severity } } } documents { totalCount } }',
        {},
        token,
      );
      expect(data.workflows.nodes).toEqual([
        {
          name: 'Ask my documents',
          status: 'PUBLISHED',
          collection: { name: 'Sample documents', documentCount: data.documents.totalCount },
          problems: [],
        },
      ]);
      expect(data.documents.totalCount).toBeGreaterThan(0);
    } finally {
      for (const api of [...apis, again]) await api.stop();
      await database.drop();
    }
  }, 60_000);

  it('prints a random password once when none is set', async () => {
    const database = await createTestDatabase();
    const environment = {
      DATABASE_URL: database.url,
      SLUICE_ADMIN_PASSWORD: '',
      SLUICE_ADMIN_EMAIL: 'root@example.org',
    };
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    const first = await Api.start(environment);
    const second = await Api.start(environment);
    spy.mockRestore();
    try {
      const passwords = [...written.join('').matchAll(/password: (\S+)/g)].map(
        ([, password]) => password ?? '',
      );
      expect(passwords).toHaveLength(1);
      await expect(
        second.signIn({ email: 'root@example.org', password: passwords[0] ?? '' }),
      ).resolves.toBeDefined();
    } finally {
      await first.stop();
      await second.stop();
      await database.drop();
    }
  });

  it('leaves a token for the command line of this user, renewed each time', async () => {
    const file = join(folder, 'token.json');
    const api = await Api.start({
      SLUICE_LOCAL_TOKEN_FILE: file,
      SLUICE_TEMPORAL_UI_URL: 'http://127.0.0.1:8233',
    });
    try {
      await api.app.get(LocalToken).write(api.url);
      const left = JSON.parse(await readFile(file, 'utf8')) as {
        url: string;
        token: string;
        temporalUi: string;
      };
      expect([left.url, left.temporalUi, (await stat(file)).mode & 0o777]).toEqual([
        api.url,
        'http://127.0.0.1:8233',
        0o600,
      ]);
      expect((await api.graphql('{ me { role } }', {}, left.token)).data.me.role).toBe('ADMIN');
      await api.app.get(LocalToken).write(api.url);
      expect((JSON.parse(await readFile(file, 'utf8')) as { token: string }).token).not.toBe(left.token);
    } finally {
      await api.stop();
    }
  });
});

describe('the page', () => {
  let api: Api;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Sluice</title>');
    await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
    api = await Api.start({ SLUICE_WEB_DIR: folder });
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['/', '/workflows', '/executions/1?x=2'])('is served at %s and never kept', async (path) => {
    const response = await fetch(`${api.url}${path}`);
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
      200,
      'no-cache',
      expect.stringContaining('Sluice'),
    ]);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('keeps its built files for a year', async () => {
    const response = await fetch(`${api.url}/assets/main-1a2b.js`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  it.each(['/assets/gone.js', '/api/v1/nothing', '/api', '/missing.png', '/../package.json', '/.env'])(
    'is not served in the place of %s',
    async (path) => {
      const response = await fetch(`${api.url}${path}`);
      expect([response.status, await response.text()]).toEqual([404, expect.not.stringContaining('<title>')]);
    },
  );

  it('leaves the API where it is', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
  });
});
