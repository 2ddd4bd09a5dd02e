import { renderTemplate } from '#definition/plan';
import { referencesByKind } from '../inheritance.js';
import { jsonSize } from '../json-size.js';
import { MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH } from '../limits.js';
import { takeSequence } from '../recording.js';
import { readIn } from '../scene.js';
import { pathOf, setState } from '../tick.js';
import type { BodyOf, Starting } from './starting.js';
import { giveUp } from './starting.js';

/** Hands a step out as a command; its end comes back as an event. */
export function runWork(starting: Starting, body: BodyOf<'work'>): void {
  const { scene, inherited } = starting;
  const { tick, scope, step } = scene;
  const rendered = renderTemplate(body.configuration, readIn(scene));
  if (rendered.error !== null) {
    giveUp(starting, rendered.error.code, rendered.error.message);
    return;
  }
  if (jsonSize(rendered.value, MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH) === null) {
    const limit = `${MAXIMUM_CONFIGURATION_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
    giveUp(starting, 'INPUT_TOO_LARGE', `The settings of "${step.id}" come out above the limit of ${limit}.`);
    return;
  }
  setState(tick, scope, step.index, { kind: 'running', attempt: 1, cancelling: false, ...inherited });
  tick.inFlight += 1;
  tick.commands.push({
    kind: 'work',
    path: pathOf(scope, step),
    step: step.index,
    attempt: 1,
    sequence: takeSequence(tick, 2 * step.retry.maximumAttempts),
    configuration: rendered.value,
    incoming: referencesByKind(tick, scope, inherited.got),
    warnings: [...starting.warnings, ...rendered.warnings],
  });
}
