import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of its own for one test service, which an unprivileged user may pass through.
 * @param {string} name
 */
export function makeScratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `sluice-test-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** @param {string} folder */
export function removeScratch(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
