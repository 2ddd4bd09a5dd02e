import type { Starting } from '../bodies/starting.js';
import { recordStep } from '../recording.js';
import { setState } from '../tick.js';
import { openRegion } from './open-region.js';
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
  openRegion(tick, scope, step, 'body', body.body);
}
