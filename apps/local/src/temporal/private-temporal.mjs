import { endLeftover } from '../process/service-process.mjs';
import { startTemporalServer } from './server.mjs';

const SERVICE = 'temporal';

/**
 * @param {{ binary: string, port: number, uiPort: number, data: import('../data/data-directory.mjs').DataDirectory }} given
 */
export function startPrivateTemporal({ binary, port, uiPort, data }) {
  return startTemporalServer({
    binary,
    port,
    uiPort,
    databaseFile: data.temporalDatabase,
    logFile: data.log(SERVICE),
    pidFile: data.pid(SERVICE),
  });
}

/**
 * Ends a server that an earlier start left running.
 * @param {import('../data/data-directory.mjs').DataDirectory} data
 */
export function endLeftoverTemporal(data) {
  return endLeftover({ pidFile: data.pid(SERVICE), expectedCommand: data.temporalDatabase });
}
