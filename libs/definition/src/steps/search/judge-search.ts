import type { Json, JsonObject } from '../../json.js';
import { hasTemplate } from '../../expressions/template-text.js';
import type { SettingFault, SettingsVerdict } from '../step-type.js';
import { isGiven } from '../needed-settings.js';

/** Settings that mean something only beside a certain word of another one. */
const DEPENDENT = [
  { name: 'lexicalWeight', on: 'fusion', word: 'weights', otherwise: 0.8 },
  { name: 'neighbours', on: 'context', word: 'neighbours', otherwise: 1 },
] as const;

/** Nothing is needed; what has no effect is told. */
export function judgeSearch(configuration: JsonObject): SettingsVerdict {
  const unused = DEPENDENT.flatMap(({ name, on, word, otherwise }): readonly SettingFault[] => {
    const set = isGiven(configuration, name) && configuration[name] !== otherwise;
    return set && configuration[on] !== word && !isTemplate(configuration[on])
      ? [{ path: [name], message: `is used only when "${on}" is "${word}"` }]
      : [];
  });
  return { faults: [], unused };
}

function isTemplate(value: Json | undefined): boolean {
  return typeof value === 'string' && hasTemplate(value);
}
