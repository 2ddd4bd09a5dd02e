import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.mjs';

/**
 * Keeps the logs of a product on scratch data under `test/artifacts`, for looking at after a failure.
 * @param {string} dataDir
 * @param {string} folder
 */
export function keepLogs(dataDir, folder) {
  cpSync(join(dataDir, 'logs'), join(repositoryRoot, 'test', 'artifacts', folder), { recursive: true });
}
