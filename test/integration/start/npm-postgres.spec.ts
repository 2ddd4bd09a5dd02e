import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectory } from '../../../apps/local/src/data/data-directory.mjs';
import { anyFreePort } from '../../../apps/local/src/net/port.mjs';
import { unprivilegedAccount } from '../../../apps/local/src/postgres/account.mjs';
import type { PostgresBinaries } from '../../../apps/local/src/postgres/binaries.mjs';
import { findBinaries } from '../../../apps/local/src/postgres/binaries.mjs';
import { choosePostgres } from '../../../apps/local/src/postgres/choose-postgres.mjs';
import { createCluster } from '../../../apps/local/src/postgres/cluster.mjs';
import { withClient } from '../../../apps/local/src/postgres/database.mjs';
import { npmNativeFolder, reachableBinaries } from '../../../apps/local/src/postgres/npm-binaries.mjs';
import { postgresUrl, startPostgresServer } from '../../../apps/local/src/postgres/server.mjs';
import { makeScratch, removeScratch } from '../../support/scratch.mjs';

jest.setTimeout(120_000);

/** Removes what npm archives do not hold. */
function asUnpacked(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (lstatSync(path).isSymbolicLink()) rmSync(path);
  }
  for (const name of readdirSync(join(folder, 'bin'))) chmodSync(join(folder, 'bin', name), 0o644);
}

describe('Postgres from npm', () => {
  let root: string;
  let found: PostgresBinaries | undefined;

  beforeAll(() => {
    root = makeScratch('npm-postgres');
    const native = npmNativeFolder(process.cwd());
    if (native === undefined) throw new Error('npm has no Postgres for this machine.');
    const copy = native.replace(process.cwd(), root);
    mkdirSync(join(copy, '..'), { recursive: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    asUnpacked(copy);
    found = findBinaries(root, {}).find(({ source }) => source === 'npm');
  });
  afterAll(() => removeScratch(root));

  it('is found and repaired as npm unpacked it, without links and modes', () => {
    expect(found).toMatchObject({ source: 'npm', major: 18 });
  });

  it('serves a cluster that knows the letters of all languages and loses nothing', async () => {
    if (!found) throw new Error('There is none.');
    const account = unprivilegedAccount();
    chmodSync(root, 0o700);
    const place = makeScratch('npm-cluster');
    const cluster = {
      folder: join(place, 'cluster'),
      password: 'a password',
      port: await anyFreePort(),
      binaries: reachableBinaries(found, account, join(place, 'native')),
      logFile: join(place, 'postgres.log'),
      pidFile: join(place, 'postgres.json'),
      ...(account && { account }),
    };
    await createCluster(cluster);
    const server = await startPostgresServer(cluster);
    try {
      const { rows } = await withClient(postgresUrl(cluster), (client) =>
        client.query(`SELECT lower('ÄÉЖ') AS lower, current_setting('synchronous_commit') AS commit`),
      );
      expect(rows).toEqual([{ lower: 'äéж', commit: 'on' }]);
    } finally {
      await server.stop();
      removeScratch(place);
      chmodSync(root, 0o711);
    }
  });

  it('is refused for a cluster that another version made', () => {
    const data = dataDirectory(join(root, 'data'));
    mkdirSync(join(data.path, 'postgres'), { recursive: true });
    writeFileSync(data.cluster, JSON.stringify({ folder: join(data.path, 'postgres') }));
    writeFileSync(join(data.path, 'postgres', 'PG_VERSION'), '9\n');

    expect(() => choosePostgres({ databaseUrl: undefined, data, root, env: {} })).toThrow(
      /made by PostgreSQL 9, and only that version opens it\..*SLUICE_DATA_DIR/,
    );
  });
});
