import { numbersFor } from '../attempt-numbers.js';
import { referencesByKind } from '../inheritance.js';
import { takeSequence } from '../recording.js';
import { takeOver } from '../reuse/take-over.js';
import { pathOf, setState } from '../tick.js';
import type { BodyOf, Starting } from './starting.js';
import { settingsOf } from './settings.js';

/** Hands a step out as a command; its end comes back as an event. */
export function runWork(starting: Starting, body: BodyOf<'work'>): void {
  const { scene, inherited, attempt } = starting;
  const { tick, scope, step } = scene;
  const configuration = settingsOf(starting, body.configuration);
  if (configuration === null || takeOver(starting, configuration)) return;
  setState(tick, scope, step.index, { kind: 'running', attempt, cancelling: false, ...inherited });
  tick.inFlight += 1;
  tick.commands.push({
    kind: 'work',
    path: pathOf(scope, step),
    step: step.index,
    attempt,
    sequence: takeSequence(tick, numbersFor(step.retry.maximumAttempts)),
    configuration,
    incoming: referencesByKind(tick, scope, inherited.got),
    warnings: [...starting.warnings],
  });
}
