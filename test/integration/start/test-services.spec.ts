import { existsSync } from 'node:fs';
import { Connection } from '@temporalio/client';
import { withClient } from '../../../apps/local/src/postgres/database.mjs';
import { createTestDatabase } from '../../support/test-database.mjs';

/** Every other integration test stands on these. */
describe('the services of the integration tests', () => {
  it('give each spec file a database of its own, with letters of all languages', async () => {
    const one = await createTestDatabase();
    const other = await createTestDatabase();
    await withClient(one.url, (client) => client.query('CREATE TABLE mine (name text)'));

    const tables = await withClient(other.url, (client) =>
      client.query(`SELECT to_regclass('mine') AS mine`),
    );
    const lower = await withClient(one.url, (client) => client.query(`SELECT lower('ÄÉЖ') AS lower`));

    expect(tables.rows).toEqual([{ mine: null }]);
    expect(lower.rows).toEqual([{ lower: 'äéж' }]);
    await one.drop();
    await other.drop();
  });

  it('include a Temporal server that knows our search attributes', async () => {
    const connection = await Connection.connect({
      address: process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] ?? '',
    });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    await connection.close();

    expect(Object.keys(customAttributes ?? {})).toEqual(
      expect.arrayContaining(['SluiceWorkflowId', 'SluiceVersion', 'SluiceOwner', 'SluiceStatus']),
    );
  });

  it('include the workflow code, bundled', () => {
    expect(existsSync(process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ?? '')).toBe(true);
  });
});
