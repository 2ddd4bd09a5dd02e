import { configurationSchema } from '#definition';
import type { Json, JsonObject, StepType } from '#definition';
import { settingFields } from './setting-fields.js';
import type { SettingField } from './setting-fields.js';

/** The fields of a step that mean something beside its other settings, and those that are set anyway. */
export function usefulFields(type: StepType, configuration: JsonObject): readonly SettingField[] {
  return settingFields(configurationSchema(type)).filter(
    (field) => configuration[field.name] !== undefined || isOfUse(type, configuration, field),
  );
}

/** The type says which settings have no use beside the others: asked as if the setting were there. */
function isOfUse(type: StepType, configuration: JsonObject, { name, shape }: SettingField): boolean {
  const sample: Json = shape.kind === 'number' ? 2 : 'x';
  const unused = type.judge?.({ ...configuration, [name]: sample }).unused ?? [];
  return unused.every(({ path }) => path[0] !== name);
}
