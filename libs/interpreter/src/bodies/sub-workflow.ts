import { evaluateExpression } from '#definition/plan';
import type { Json, JsonObject } from '#definition/plan';
import { referencesByKind } from '../inheritance.js';
import { jsonSize } from '../json-size.js';
import { MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH } from '../limits.js';
import { recordStep } from '../recording.js';
import { takeOver } from '../reuse/take-over.js';
import { readIn } from '../scene.js';
import { pathOf, setState } from '../tick.js';
import { settingsOf } from './settings.js';
import type { BodyOf, Starting } from './starting.js';
import { giveUp } from './starting.js';

/** Hands another workflow out as a child; its end comes back as an event. */
export function runSubWorkflow(starting: Starting, body: BodyOf<'sub_workflow'>): void {
  const { scene, inherited, attempt, warnings } = starting;
  const { tick, scope, step } = scene;
  const settings = settingsOf(starting, body.configuration);
  if (settings === null) return;
  const input = inputOf(starting, body);
  if (input === null) return;
  const { workflowId, version } = settings;
  if (typeof workflowId !== 'string' || workflowId === '') {
    giveUp(starting, 'BAD_INPUT', 'The setting "workflowId" names no workflow.');
    return;
  }
  const configuration = { ...settings, input };
  if (takeOver(starting, configuration)) return;
  const chosen = typeof version === 'number' ? version : 'published';
  const path = pathOf(scope, step);
  setState(tick, scope, step.index, { kind: 'child', attempt, cancelling: false, ...inherited });
  tick.children += 1;
  const incoming = referencesByKind(tick, scope, inherited.got);
  recordStep(tick, scope, step, { status: 'running', attempt, warnings }, { configuration, incoming });
  tick.commands.push({
    kind: 'start-child',
    path,
    step: step.index,
    attempt,
    workflowId,
    version: chosen,
    input,
  });
}

/** Inputs that have no value are left out; null when the step has failed for one. */
function inputOf(starting: Starting, body: BodyOf<'sub_workflow'>): JsonObject | null {
  const given: [string, Json][] = [];
  for (const { name, expression } of body.input) {
    const evaluation = evaluateExpression(expression, readIn(starting.scene));
    if (evaluation.kind === 'error') {
      giveUp(starting, evaluation.code, evaluation.message);
      return null;
    }
    if (evaluation.kind === 'value') given.push([name, evaluation.value]);
    else
      starting.warnings.push(
        `The input "${name}" is left out because ${evaluation.missing.join(', ')} has no value.`,
      );
  }
  const input = Object.fromEntries(given);
  if (jsonSize(input, MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH) !== null) return input;
  const limit = `${MAXIMUM_CONFIGURATION_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
  giveUp(
    starting,
    'INPUT_TOO_LARGE',
    `The inputs for "${body.configuration.value['workflowId'] as string}" are above the limit of ${limit}.`,
  );
  return null;
}
