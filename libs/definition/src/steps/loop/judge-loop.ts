import type { JsonObject } from '../../json.js';
import { isGiven, needed } from '../needed-settings.js';
import type { SettingsVerdict } from '../step-type.js';

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  forEach: ['items'],
  times: ['times'],
  while: ['condition', 'maximumRounds'],
  until: ['condition', 'maximumRounds'],
};

/** Settings that only some modes have a use for. */
const USED: Readonly<Record<string, readonly string[]>> = {
  items: ['forEach'],
  times: ['times'],
  condition: ['while', 'until'],
  concurrency: ['forEach'],
};

/** Each mode needs its own settings, and those without a list need a cap. */
export function judgeLoop(configuration: JsonObject): SettingsVerdict {
  const mode = configuration['mode'] ?? 'forEach';
  if (typeof mode !== 'string' || !Object.hasOwn(NEEDED, mode)) return { faults: [], unused: [] };
  const unused = Object.entries(USED).flatMap(([name, modes]) =>
    isGiven(configuration, name) && configuration[name] !== 1 && !modes.includes(mode)
      ? [{ path: [name], message: `is used only in the mode ${modes.map((of) => `"${of}"`).join(' or ')}` }]
      : [],
  );
  return { faults: needed(configuration, NEEDED[mode] as readonly string[]), unused };
}
