import { randomBytes, randomUUID } from 'node:crypto';
import { createStepImplementations } from '#documents';
import { SecretCipher, SecretsRepository, User } from '#persistence';
import { secretStore } from '../../../apps/worker/src/secret-store.js';
import type { LocalServer } from '../../../libs/documents/test/local-server.js';
import { json, startServer } from '../../../libs/documents/test/local-server.js';
import { Rig } from './support/rig.js';
import type { Run } from './support/rig.js';

const KEY = randomBytes(32).toString('base64');
const TOKEN = `token-${randomUUID()}`;

/** A request that proves who is asking, to a server that repeats all it hears. */
describe('a secret that a request uses', () => {
  let rig: Rig;
  let server: LocalServer;
  let written = '';

  beforeAll(async () => {
    rig = await Rig.start();
    server = await startServer(({ path, headers }, response) =>
      json(response, path === '/angry' ? 403 : 200, { heard: headers, authorization: headers.authorization }),
    );
    const { id: ownerId } = await rig.dataSource.getRepository(User).findOneByOrFail({});
    const host = new URL(server.origin).host;
    const ciphertext = new SecretCipher(KEY).seal(`Bearer ${TOKEN}`, { ownerId, name: 'orders' });
    await new SecretsRepository(rig.dataSource).insert(ownerId, 'orders', {
      header: 'authorization',
      hosts: [host],
      ciphertext,
    });
    const secrets = secretStore({ SLUICE_SECRET_KEY: KEY }, new SecretsRepository(rig.dataSource));
    const step = createStepImplementations(null, { allowedOrigins: [server.origin], secrets })[
      'http_request'
    ];
    if (step === undefined) throw new Error('There is no such step');
    rig.steps.use({ send: ({ request, context }) => step(request, context) });
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream);
      jest.spyOn(stream, 'write').mockImplementation((part, ...rest) => {
        written += typeof part === 'string' ? part : Buffer.from(part).toString('latin1');
        return write(part, ...(rest as []));
      });
    }
  }, 60_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await server.close();
    await rig.stop();
  }, 60_000);

  const request = (path: string, secret = 'orders'): Promise<Run> =>
    rig.run(`
schemaVersion: 1
name: Request
steps:
  - id: send
    type: http_request
    configuration: { url: "${server.origin}${path}", secret: ${secret} }
    retry: { maximumAttempts: 1 }
connections: []
`);

  it('reaches the server, and what the server says of it does not come back', async () => {
    const run = await request('/orders');
    expect(await run.closed()).toBe('COMPLETED');
    expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(await run.execution()).toMatchObject({
      outputData: { send: { body: { authorization: '[secret]', heard: { authorization: '[secret]' } } } },
    });
  });

  it('is not told in an error either', async () => {
    const run = await request('/angry');
    expect(await run.closed()).toBe('FAILED');
    const { error } = await run.execution();
    expect(error).toMatchObject({ code: 'HTTP_STATUS' });
    expect(error?.message).toContain('[secret]');
  });

  it('stands in no table, in no history and in no line of a log', async () => {
    const runs = [await request('/orders'), await request('/angry')];
    for (const run of runs) await run.closed();
    expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    for (const run of runs) expect(await historyOf(run)).not.toContain(TOKEN);
    expect(await tablesHolding(TOKEN)).toEqual([]);
    expect(await tablesHolding(runs[0]?.id ?? '')).toContain('workflow_steps');
    expect(written).not.toContain(TOKEN);
  });

  /** The payloads as they crossed the wire. */
  async function historyOf({ handle }: Run): Promise<string> {
    const { events } = await handle.fetchHistory();
    return JSON.stringify(events, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
  }

  /** Tables with a row that holds the text, or the bytes of it. */
  async function tablesHolding(text: string): Promise<readonly string[]> {
    const tables = await rig.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await rig.dataSource.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE position($1 in t::text) > 0 OR position($2 in t::text) > 0`,
        [text, Buffer.from(text).toString('hex')],
      );
      if ((row?.n ?? 0) > 0) found.push(name);
    }
    return found;
  }
});
