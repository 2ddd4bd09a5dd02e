import { renderTemplate } from '#definition/plan';
import type { JsonObject, PlanTemplate } from '#definition/plan';
import { jsonSize } from '../json-size.js';
import { MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH } from '../limits.js';
import { readIn } from '../scene.js';
import type { Starting } from './starting.js';
import { giveUp } from './starting.js';

/** The settings with all templates filled in; null when the step has failed for them. */
export function settingsOf(starting: Starting, template: PlanTemplate): JsonObject | null {
  const { scene, replaced, warnings } = starting;
  const rendered = renderTemplate(template, readIn(scene));
  if (rendered.error !== null) {
    giveUp(starting, rendered.error.code, rendered.error.message);
    return null;
  }
  const settings = replaced === null ? rendered.value : { ...rendered.value, ...replaced };
  if (jsonSize(settings, MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH) === null) {
    const limit = `${MAXIMUM_CONFIGURATION_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
    const message = `The settings of "${scene.step.id}" come out above the limit of ${limit}.`;
    giveUp(starting, 'INPUT_TOO_LARGE', message);
    return null;
  }
  warnings.push(...rendered.warnings);
  return settings;
}
