import { withProgress } from '../progress.mjs';
import { choosePostgres } from './choose-postgres.mjs';
import { preparePrivatePostgres } from './private-postgres.mjs';

/**
 * Uses the Postgres server that was given, or brings up a private one.
 * @param {import('../product.mjs').BringUp} bringUp
 * @returns {Promise<string>} URL of the product's database
 */
export async function runPostgres({ input, secrets, port, run }) {
  const { settings, data, root, env, progress } = input;
  const choice = choosePostgres({ databaseUrl: settings.databaseUrl, data, root, env });
  if (choice.kind === 'external') return choice.url;
  const place = { data, password: secrets.postgresPassword, port: await port('SLUICE_POSTGRES_PORT') };
  return withProgress(
    progress,
    `Postgres ${choice.binaries.version}`,
    async () => {
      const cluster = await preparePrivatePostgres(choice, place);
      await run('Postgres', cluster.start);
      return cluster.url;
    },
    () => `port ${place.port}`,
  );
}
