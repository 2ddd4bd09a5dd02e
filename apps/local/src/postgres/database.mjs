/**
 * Whether the server takes connections; a server that is still starting refuses them.
 * The driver is loaded here and not at the top, because the start script runs before anything is installed.
 * @param {string} url
 */
export async function canConnect(url) {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch (error) {
    if (isRefusedForGood(error)) throw error;
    return false;
  }
}

/**
 * @param {string} url of any database of the server
 * @param {string} name
 */
export async function ensureDatabase(url, name) {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A wrong password or role does not get better by waiting (SQLSTATE class 28). @param {unknown} error */
function isRefusedForGood(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('28');
}
