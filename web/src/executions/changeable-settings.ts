import { findStepType } from '#definition';
import type { Json, JsonObject, StepDefinition } from '#definition';
import { usefulFields } from '../designer/inspector/useful-fields.js';
import type { SettingField } from '../designer/inspector/setting-fields.js';

/** Control steps that are given their settings when they start. */
const givenWhenStarted: ReadonlySet<string> = new Set([
  'approval',
  'delay',
  'wait_for_event',
  'sub_workflow',
]);

/** The settings that can still be changed when a step is tried again: expressions are fixed when an execution starts. */
export function changeableSettings(step: StepDefinition, configuration: JsonObject): readonly SettingField[] {
  const type = findStepType(step.type);
  if (!type) return [];
  if (type.class(configuration) !== 'work' && !givenWhenStarted.has(type.type)) return [];
  const fixed = new Set(type.expressions(configuration).map(({ path }) => path[0]));
  const fields = usefulFields(type, configuration).filter(
    ({ name, shape }) => !fixed.has(name) && !holdsExpressions(shape),
  );
  // What is set is what is most likely wrong.
  const isSet = ({ name }: SettingField) => Number(configuration[name] !== undefined);
  return fields.sort((left, right) => isSet(right) - isSet(left));
}

function holdsExpressions(shape: SettingField['shape']): boolean {
  switch (shape.kind) {
    case 'expression':
      return true;
    case 'map':
      return shape.values === 'expression';
    case 'list':
      return shape.fields.some((field) => holdsExpressions(field.shape));
    default:
      return false;
  }
}

/** What differs between two configurations, to be sent along with the new attempt; null when nothing does. */
export function changedSettings(before: JsonObject, after: JsonObject): JsonObject | null {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** Whether a value still holds a template, which is not filled in again. */
export function holdsTemplate(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes('{{');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsTemplate);
}
