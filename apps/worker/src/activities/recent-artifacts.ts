import type { Json } from '#definition';
import type { ArtifactStore } from '#documents';

/** Values this big in all are kept. Bytes of JSON. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** The same store, with what was read last at hand: an artifact never changes. Whoever reads one must not change it. */
export function recentArtifacts(artifacts: ArtifactStore, keptBytes: number = KEPT_BYTES): ArtifactStore {
  const kept = new Map<string, { readonly bytes: number; readonly value: Promise<Json> }>();
  const drop = (sha256: string): void => {
    kept.delete(sha256);
  };
  return {
    put: (kind, count, value) => artifacts.put(kind, count, value),
    get: (reference) => {
      const { sha256, bytes } = reference;
      if (bytes > keptBytes) return artifacts.get(reference);
      const known = kept.get(sha256);
      const value = known?.value ?? artifacts.get(reference);
      drop(sha256);
      kept.set(sha256, { bytes, value });
      if (known === undefined) value.catch(() => drop(sha256));
      let total = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
      for (const [oldest, one] of kept) {
        if (total <= keptBytes) break;
        drop(oldest);
        total -= one.bytes;
      }
      return value;
    },
  };
}
