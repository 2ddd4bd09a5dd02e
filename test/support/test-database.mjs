import { randomBytes } from 'node:crypto';
import { ensureDatabase, withClient } from '../../apps/local/src/postgres/database.mjs';

/**
 * An empty database on the test cluster.
 * @typedef {object} TestDatabase
 * @property {string} url
 * @property {() => Promise<void>} drop ends what is still connected and removes it
 */

/**
 * Gives a spec file a database of its own; call it in `beforeAll` and `drop` in `afterAll`.
 * @returns {Promise<TestDatabase>}
 */
export async function createTestDatabase() {
  const cluster = process.env['SLUICE_TEST_DATABASE_URL'];
  if (cluster === undefined) throw new Error('SLUICE_TEST_DATABASE_URL is set by the global setup of Jest.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(cluster, name);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () =>
      withClient(cluster, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}
