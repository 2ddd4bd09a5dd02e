import type { Plan } from '#definition/plan';
import type { Command } from './command.js';
import { stepPath } from './instance-path.js';
import { stepAt } from './plan-index.js';
import { recordStatus } from './recording.js';
import type { ExecutionState } from './state.js';
import type { StepError } from './status.js';
import type { Tick } from './tick.js';
import { closeTick, openTick } from './tick.js';

/**
 * Ends an execution whose interpreter or plan is broken, from the last sound state: what runs is told
 * to stop and is not waited for. What the broken event had begun is forgotten.
 */
export function faulted(
  plan: Plan,
  before: ExecutionState,
  time: number,
  fault: unknown,
): readonly [ExecutionState, readonly Command[]] {
  const tick = openTick(plan, before, time);
  stopEverything(tick);
  const message = fault instanceof Error ? fault.message : String(fault);
  const error: StepError = {
    code: 'ENGINE_FAULT',
    message,
    stepId: null,
    path: null,
    attempt: null,
    retryable: false,
  };
  recordStatus(tick, 'failed', null, error);
  tick.commands.push({ kind: 'finish', status: 'failed', output: null, error });
  return closeTick(tick);
}

function stopEverything({ plan, before, commands }: Tick): void {
  for (const scope of Object.values(before.scopes)) {
    scope.steps.forEach((state, position) => {
      if (state?.kind !== 'running' && state?.kind !== 'child') return;
      if (state.cancelling) return;
      const { id } = stepAt(plan, scope.scope, position);
      const kind = state.kind === 'running' ? 'cancel-work' : 'cancel-child';
      commands.push({ kind, path: stepPath(scope.path, id), attempt: state.attempt });
    });
  }
  for (const { running } of Object.values(before.undoing)) {
    if (running !== null) commands.push({ kind: 'cancel-work', path: running.path, attempt: 1 });
  }
}
