import type { JsonObject } from '#definition/plan';
import { decide } from '../decision.js';
import { recordDecision } from '../recording.js';
import { pathOf } from '../tick.js';
import type { BodyOf, Starting } from './starting.js';
import { give, giveUp } from './starting.js';

/** Facts stay small: only the first errors are kept. */
const MOST_ERRORS = 20;

/** Checks rules; one that is unknown does not hold. */
export function runValidation(starting: Starting, body: BodyOf<'validation'>): void {
  const { scene, warnings } = starting;
  const errors: JsonObject[] = [];
  for (const { name, expression, message } of body.rules) {
    const verdict = decide(scene, expression, null);
    recordDecision(scene.tick, pathOf(scene.scope, scene.step), verdict.decision);
    if (verdict.failure !== null) {
      giveUp(starting, 'EXPRESSION_FAILED', verdict.failure);
      return;
    }
    if (verdict.warning !== null) warnings.push(verdict.warning);
    if (!verdict.holds) errors.push({ name, message });
  }
  if (errors.length > 0 && body.failWhenInvalid) {
    const [first] = body.rules.filter(({ name }) => errors.some((error) => error['name'] === name));
    giveUp(
      starting,
      'VALIDATION_FAILED',
      `${errors.length} of ${body.rules.length} rules failed: ${first?.message ?? ''}`,
    );
    return;
  }
  give(starting, {
    valid: errors.length === 0,
    error_count: errors.length,
    errors: errors.slice(0, MOST_ERRORS),
  });
}
