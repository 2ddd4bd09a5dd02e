import type { Settings } from '../config.js';
import type { TemporalLink } from './to-execution-model.js';

/** Links into Temporal's Web UI, when the settings say where it is. */
export function temporalLinks(settings: Settings): TemporalLink {
  const { SLUICE_TEMPORAL_UI_URL: base, TEMPORAL_NAMESPACE: namespace } = settings;
  if (base === undefined) return () => null;
  const root = `${base.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  return (id) => `${root}/${encodeURIComponent(id)}`;
}
