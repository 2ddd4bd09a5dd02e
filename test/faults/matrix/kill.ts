import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirectory } from '../../../apps/local/src/data/data-directory.mjs';
import type { Product, ServiceName } from '../../../apps/local/src/product.mjs';

const LOOK_MS = 20;
const PATIENCE_MS = 120_000;

/** By `Date.now()`. */
export interface Kill {
  readonly at: number;
  /** When the last of what was killed was started again. */
  readonly restartedAt: number;
  /** When the last of it was ready. */
  readonly readyAt: number;
}

/**
 * Kills servers of a running product and waits until they run again. Who starts them is the product itself, as it does
 * for everybody who uses `npm start`.
 */
export async function kill(
  product: Product,
  dataDir: string,
  services: readonly ServiceName[],
): Promise<Kill> {
  const running = services.map((name) => ({ name, pid: processOf(product, name).pid }));
  const at = Date.now();
  for (const { pid } of running) process.kill(pid, 'SIGKILL');
  const started = await Promise.all(
    running.map(({ name, pid }) => startedAgain(product, dataDir, name, pid)),
  );
  return { at, restartedAt: Math.max(...started), readyAt: Date.now() };
}

/** Gives when the process was started that then got ready. */
async function startedAgain(
  product: Product,
  dataDir: string,
  name: ServiceName,
  killed: number,
): Promise<number> {
  const pidFile = dataDirectory(dataDir).pid(name.toLowerCase());
  const deadline = Date.now() + PATIENCE_MS;
  let latest = killed;
  let startedAt = 0;
  for (;;) {
    const pid = pidIn(pidFile) ?? latest;
    if (pid !== latest) startedAt = Date.now();
    latest = pid;
    const current = processOf(product, name);
    if (current.pid !== killed && !current.hasExited()) return startedAt;
    if (Date.now() > deadline) throw new Error(`${name} did not get ready again after it was killed.`);
    await sleep(LOOK_MS);
  }
}

function processOf(product: Product, name: ServiceName) {
  const service = product.service(name);
  if (service === undefined) throw new Error(`${name} is not ours to kill.`);
  return service.current();
}

/** Nothing while none runs. */
function pidIn(pidFile: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(pidFile, 'utf8')) as { pid: number }).pid;
  } catch {
    return undefined;
  }
}
