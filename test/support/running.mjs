/** @typedef {{ readonly stop: () => Promise<void> }} Stoppable */

/** Jest loads setup and teardown apart from each other; the process is what they share. */
const shared = /** @type {typeof globalThis & { sluiceTestServices?: Stoppable[] }} */ (globalThis);

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
