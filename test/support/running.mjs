/** @typedef {{ readonly stop: () => Promise<void> }} Stoppable */

/** Jest loads setup and teardown apart from each other; the process is what they share. */
const shared = /** @type {typeof globalThis & { sluiceTestServices?: Stoppable[] }} */ (globalThis);

/** Servers run in sessions of their own: a signal that ends us would leave them running if nobody ended us properly. */
export function exitOnSignals() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(code));
  }
}

/**
 * @template {Stoppable} T
 * @param {T} service
 * @returns {T}
 */
export function keepForTeardown(service) {
  (shared.sluiceTestServices ??= []).push(service);
  return service;
}

/** Stops, last first, all that was kept. */
export async function stopAll() {
  const services = shared.sluiceTestServices?.splice(0).reverse() ?? [];
  for (const service of services) await service.stop();
}
