import type { Stores } from '#documents';
import { keepTrying } from './keep-trying.js';

/**
 * The same stores, waiting for the database while it is away: an outage delays a step instead of using
 * up one of its attempts. Safe because every store method may be repeated.
 */
export function patientStores(stores: Stores, signal: AbortSignal): Stores {
  return {
    documents: patient(stores.documents, signal),
    chunks: patient(stores.chunks, signal),
    index: patient(stores.index, signal),
    artifacts: patient(stores.artifacts, signal),
  };
}

function patient<Store extends object>(store: Store, signal: AbortSignal): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) =>
        keepTrying(async () => Reflect.apply(member, target, values) as unknown, signal);
    },
  });
}
