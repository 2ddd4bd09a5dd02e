import type { Starting } from '../bodies/starting.js';
import { regionKey } from '../instance-path.js';
import { recordStep } from '../recording.js';
import { openScope } from '../scope-instance.js';
import { pathOf, setState } from '../tick.js';
import type { TryBody } from './try-state.js';

/** Begins a `try` with its body. */
export function runTry(starting: Starting, body: TryBody): void {
  const { scene, inherited, attempt, warnings } = starting;
  const { tick, scope, step } = scene;
  setState(tick, scope, step.index, {
    kind: 'trying',
    phase: 'body',
    ...inherited,
    attempt,
    cancelling: false,
    outcome: null,
    errors: 0,
    references: {},
  });
  recordStep(tick, scope, step, { status: 'running', attempt, warnings });
  const path = pathOf(scope, step);
  const { steps } = tick.plan.scopes[body.body] ?? { steps: [] };
  tick.progress = { ...tick.progress, known: tick.progress.known + steps.length };
  openScope(tick, regionKey(path, 'body'), body.body, { path, parent: scope.key, round: null });
}
