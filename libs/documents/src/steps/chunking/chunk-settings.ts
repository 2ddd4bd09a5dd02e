import type { JsonObject } from '#definition';
import { CHUNK_STRATEGIES } from '../../chunking/chunk-settings.js';
import type { ChunkSettings } from '../../chunking/chunk-settings.js';
import { readSettings } from '../read-setting.js';

/** How the step cuts. Throws `StepFailure` BAD_INPUT. */
export function chunkSettings(configuration: JsonObject): ChunkSettings {
  const settings = readSettings(configuration);
  const size = settings.number('size', { otherwise: 300, minimum: 16, maximum: 8000 });
  return {
    strategy: settings.choice('strategy', CHUNK_STRATEGIES),
    size,
    overlap: settings.number('overlap', { otherwise: Math.min(40, size - 1), minimum: 0, maximum: size - 1 }),
    minimum: settings.number('minimum', { otherwise: 0, minimum: 0, maximum: size - 1 }),
  };
}
