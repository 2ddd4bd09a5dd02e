import type { PlanStep } from '#definition/plan';
import { runApproval } from './bodies/approval.js';
import { runCondition } from './bodies/condition.js';
import { runDelay } from './bodies/delay.js';
import { runMerge } from './bodies/merge.js';
import { runParallel } from './bodies/parallel.js';
import { runSubWorkflow } from './bodies/sub-workflow.js';
import { runTransform } from './bodies/transform.js';
import { runValidation } from './bodies/validation.js';
import { runWaitForEvent } from './bodies/wait-for-event.js';
import { runWork } from './bodies/work.js';
import type { Starting } from './bodies/starting.js';
import { runLoop } from './containers/loop-start.js';
import { runTry } from './containers/try-start.js';
import { decide } from './decision.js';
import { failStep } from './fail-step.js';
import { inherit, inheritedError } from './inheritance.js';
import { recordDecision } from './recording.js';
import { skip } from './spread.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf, stateOf } from './tick.js';

/** Starts a step whose join holds: asks its own conditions, then does what its body says. */
export function startStep(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const inherited = inherit(tick, scope, step);
  const error = inheritedError(tick, scope, inherited.cause);
  const warnings: string[] = [];
  const state = stateOf(tick, scope, step.index);
  const again = state?.kind === 'ready' ? state.again : null;
  const starting: Starting = {
    inherited,
    warnings,
    attempt: again?.attempt ?? 1,
    replaced: again?.configuration ?? null,
    scene: { tick, scope, step, facts: null, values: null, error },
  };
  for (const condition of again === null ? step.conditions : []) {
    const verdict = decide(starting.scene, condition, null);
    recordDecision(tick, pathOf(scope, step), verdict.decision);
    if (verdict.failure !== null) {
      failStep(tick, scope, step, {
        ...inherited,
        attempt: 1,
        code: 'EXPRESSION_FAILED',
        message: verdict.failure,
      });
      return;
    }
    if (verdict.warning !== null) warnings.push(verdict.warning);
    if (!verdict.holds) {
      skip(tick, scope, step, `Skipped because of its condition: ${verdict.because}.`, warnings);
      return;
    }
  }
  run(starting);
}

function run(starting: Starting): void {
  const { body } = starting.scene.step;
  switch (body.kind) {
    case 'work':
      runWork(starting, body);
      return;
    case 'condition':
      runCondition(starting, body);
      return;
    case 'parallel':
      runParallel(starting);
      return;
    case 'merge':
      runMerge(starting, body);
      return;
    case 'transform':
      runTransform(starting, body);
      return;
    case 'validation':
      runValidation(starting, body);
      return;
    case 'loop':
      runLoop(starting, body);
      return;
    case 'try':
      runTry(starting, body);
      return;
    case 'delay':
      runDelay(starting, body);
      return;
    case 'approval':
      runApproval(starting, body);
      return;
    case 'wait_for_event':
      runWaitForEvent(starting, body);
      return;
    case 'sub_workflow':
      runSubWorkflow(starting, body);
  }
}
