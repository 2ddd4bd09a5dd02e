import { endLeftoverPostgres } from './postgres/private-postgres.mjs';
import { endLeftoverProgram } from './programs/program.mjs';
import { endLeftoverTemporal } from './temporal/private-temporal.mjs';

/**
 * Ends what an earlier start of the same data directory left running when it was killed.
 * @param {string} root
 * @param {import('./data/data-directory.mjs').DataDirectory} data
 * @param {import('./progress.mjs').Progress} progress
 */
export async function endLeftovers(root, data, progress) {
  const ended = [
    { name: 'API', pid: await endLeftoverProgram('api', root, data) },
    { name: 'worker', pid: await endLeftoverProgram('worker', root, data) },
    { name: 'Temporal', pid: await endLeftoverTemporal(data) },
    { name: 'Postgres', pid: await endLeftoverPostgres(data) },
  ].filter(({ pid }) => pid !== undefined);
  if (ended.length === 0) return;
  const names = ended.map(({ name, pid }) => `${name} (process ${pid})`).join(', ');
  progress.say(`  ! An earlier start was killed and left ${names} running: stopped.`);
}
