import { createServer } from 'node:net';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../../../apps/local/src/postgres/database.mjs';
import { removeScratch } from '../../support/scratch.mjs';
import { SmallRepository } from './small-start.mjs';

jest.setTimeout(120_000);

describe('npm start', () => {
  let repository: SmallRepository;

  beforeEach(() => {
    repository = new SmallRepository();
  });
  afterEach(() => {
    repository.killAll();
    removeScratch(repository.root);
  });

  /** The private cluster of the repository, as its administrator. */
  async function query(port: string | undefined, sql: string) {
    const { postgresPassword } = JSON.parse(readFileSync(join(repository.dataDir, 'secrets.json'), 'utf8'));
    const url = `postgres://sluice:${postgresPassword}@127.0.0.1:${port}/sluice`;
    return withClient(url, (client) => client.query(sql));
  }

  it('builds, starts everything in order and says where it is and, once, how to sign in', async () => {
    const first = await (await repository.start()).ready();
    expect(repository.notes()).toEqual([
      'built server',
      'built workflows',
      'built web',
      'SLUICE_PORT started',
      'SLUICE_WORKER_PORT started',
    ]);
    expect(first.output).toContain(first.url);
    expect(first.output).toContain('admin@sluice.local');
    expect(first.output).toMatch(/Password +\S{16}/);
    await first.end('SIGINT');

    const second = await (await repository.start()).ready();
    expect(second.output).not.toContain('Password');
    expect(second.output).not.toContain('Building');
    await second.end('SIGINT');
  });

  it('stops API, then worker, at Ctrl-C, leaves no process and ends well', async () => {
    const run = await (await repository.start()).ready();

    await expect(run.end('SIGINT')).resolves.toBe(0);

    expect(repository.notes().slice(-2)).toEqual(['SLUICE_PORT stopped', 'SLUICE_WORKER_PORT stopped']);
    expect(repository.processes()).toEqual([]);
  });

  it('stops everything when it is told to in the middle of starting', async () => {
    const run = await repository.start();
    await run.says('✓ Postgres');

    await expect(run.end('SIGTERM')).resolves.toBe(0);

    expect(run.output).not.toContain('Sluice is running');
    expect(repository.processes()).toEqual([]);
  });

  it('builds again only what changed', async () => {
    await (await (await repository.start()).ready()).end('SIGINT');
    writeFileSync(join(repository.root, 'web', 'index.html'), 'changed');
    const before = repository.notes().length;

    await (await (await repository.start()).ready()).end('SIGINT');

    expect(repository.notes().slice(before)[0]).toBe('built web');
    expect(repository.notes().slice(before)[1]).toBe('SLUICE_PORT started');
  });

  it('keeps secrets to their owner', async () => {
    await (await (await repository.start()).ready()).end('SIGINT');
    for (const file of ['secrets.json', 'temporal.db', 'postgres.json', 'logs/postgres.log']) {
      expect([file, statSync(join(repository.dataDir, file)).mode & 0o077]).toEqual([file, 0]);
    }
  });

  describe('after everything was killed', () => {
    it('starts again on the same data', async () => {
      const killed = await (await repository.start()).ready();
      await query(killed.env['SLUICE_POSTGRES_PORT'], 'CREATE TABLE kept AS SELECT 42 AS answer');
      repository.killAll();
      await killed.exited;

      const run = await (await repository.start()).ready();

      const { rows } = await query(run.env['SLUICE_POSTGRES_PORT'], 'SELECT answer FROM kept');
      expect(rows).toEqual([{ answer: 42 }]);
      await run.end('SIGINT');
      expect(repository.processes()).toEqual([]);
    });

    it('ends what only the start command left behind', async () => {
      const killed = await (await repository.start()).ready();
      await killed.end('SIGKILL');
      const orphans = repository.processes();
      expect(orphans.length).toBeGreaterThanOrEqual(4);

      const run = await (await repository.start()).ready();

      expect(run.output).toContain('An earlier start was killed and left API');
      const living = repository.processes().map(({ pid }) => pid);
      expect(orphans.filter(({ pid }) => living.includes(pid))).toEqual([]);
      await run.end('SIGINT');
      expect(repository.processes()).toEqual([]);
    });

    it('is not misled by numbers that now belong to other processes', async () => {
      const killed = await (await repository.start()).ready();
      repository.killAll();
      await killed.exited;
      const other = JSON.stringify({ pid: process.pid, startedAt: 'another time' });
      writeFileSync(join(repository.dataDir, 'start.lock'), other);
      writeFileSync(join(repository.dataDir, 'run', 'api.json'), other);
      const postmaster = join(repository.dataDir, 'postgres', 'postmaster.pid');
      writeFileSync(postmaster, readFileSync(postmaster, 'utf8').replace(/^\d+/, String(process.pid)));

      const run = await (await repository.start()).ready();

      await expect(run.end('SIGINT')).resolves.toBe(0);
    });
  });

  it('refuses a second start on the same data and names the first', async () => {
    const first = await (await repository.start()).ready();

    const second = await repository.start();

    await expect(second.exited).resolves.toBe(1);
    expect(second.output).toMatch(/already running on .*\(process \d+\)/);
    await expect(first.end('SIGINT')).resolves.toBe(0);
  });

  it('starts a service again that ends by itself', async () => {
    const run = await (await repository.start()).ready();

    await fetch(`${run.url}/crash`).catch(() => undefined);

    await run.says('API ended by itself (exit code 7)');
    await run.says('API is running again');
    await expect(fetch(`${run.url}/readyz`).then(({ status }) => status)).resolves.toBe(200);
    await run.end('SIGINT');
  });

  it('stops everything when a service cannot be started, and shows the end of its log', async () => {
    writeFileSync(
      join(repository.root, 'apps/api/src/main.js'),
      'console.log("no such table"); process.exit(3);',
    );

    const run = await repository.start();

    await expect(run.exited).resolves.toBe(1);
    expect(run.output).toContain('API ended while starting');
    expect(run.output).toContain('no such table');
    expect(repository.processes()).toEqual([]);
  });

  describe('when a port is taken', () => {
    const other = createServer();
    let taken: number;

    beforeEach(async () => {
      other.listen(0, '127.0.0.1');
      await once(other, 'listening');
      taken = (other.address() as { port: number }).port;
    });
    afterEach(() => void other.close());

    it('refuses one that was asked for, naming the setting and who has it', async () => {
      const run = await repository.start({ SLUICE_PORT: String(taken) });

      await expect(run.exited).resolves.toBe(1);
      expect(run.output).toContain(`Port ${taken} (SLUICE_PORT) is taken by`);
      expect(run.output).toContain(`(process ${process.pid})`);
      expect(run.output).toContain('Set SLUICE_PORT to a free one.');
      expect(repository.processes()).toEqual([]);
    });
  });
});
