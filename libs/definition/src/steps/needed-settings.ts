import type { JsonObject } from '../json.js';
import type { SettingFault, SettingsVerdict } from './step-type.js';

export function isGiven(configuration: JsonObject, name: string): boolean {
  const value = configuration[name];
  return value !== undefined && value !== null && value !== '';
}

/** Faults for those of some settings that are not there. */
export function needed(configuration: JsonObject, names: readonly string[]): readonly SettingFault[] {
  return names
    .filter((name) => !isGiven(configuration, name))
    .map((name) => ({ path: [name], message: 'is needed' }));
}

/** For a type that cannot do without some settings. */
export function needs(...names: readonly string[]): (configuration: JsonObject) => SettingsVerdict {
  return (configuration) => ({ faults: needed(configuration, names), unused: [] });
}
