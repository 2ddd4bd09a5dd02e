import type { JsonObject, PlanStep, Reference } from '#definition/plan';
import { endCancelled } from '../cancel-step.js';
import { failStep } from '../fail-step.js';
import { jsonSize } from '../json-size.js';
import { MAXIMUM_DEPTH, MAXIMUM_INLINE_RESULTS_BYTES, MAXIMUM_RESULTS_BYTES } from '../limits.js';
import type { LoopingStep } from '../state.js';
import { succeedStep } from '../succeed-step.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { pathOf } from '../tick.js';
import { failsAtEnd } from './item-errors.js';
import { countOff } from './loop-progress.js';
import { changeLoop, loopBody, loopState } from './loop-state.js';

/** Ends a loop in which no round runs and none will begin. */
export function endLoopWhenDone(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const state = loopState(tick, scope, step);
  const over = state.cancelling || state.closing !== null;
  if (!over || state.live > 0 || state.asked || state.phase === 'storing') return;
  countOff(tick, scope, step);
  if (state.cancelling) {
    endCancelled(tick, scope, step, state.attempt, 'Cancelled while it ran.');
    return;
  }
  const failure = failureOf(step, state);
  if (failure !== null) {
    const { got, cause, attempt, warnings, firstError } = state;
    const inner = failure.code === firstError?.code ? { inner: firstError } : {};
    failStep(tick, scope, step, { got, cause, attempt, warnings, ...failure, ...inner });
    return;
  }
  give(tick, scope, step, state);
}

function failureOf(
  step: PlanStep,
  state: LoopingStep,
): { readonly code: string; readonly message: string } | null {
  const body = loopBody(step);
  const { closing, firstError, failed, succeeded } = state;
  if (closing === 'failed' && firstError !== null && (body.itemErrors.kind === 'failFast' || failed === 0)) {
    return { code: firstError.code, message: firstError.message };
  }
  if (closing === 'failed' || failsAtEnd(body.itemErrors, state)) {
    const message = `${failed} of ${failed + succeeded} rounds failed; the first with ${firstError?.code}: ${firstError?.message}`;
    return { code: 'ITEMS_FAILED', message };
  }
  if (closing === 'exhausted' && body.onExhausted === 'fail') {
    const message = `"${step.id}" had ${body.maximumRounds} rounds, which is its maximum, and was not done.`;
    return { code: 'LOOP_EXHAUSTED', message };
  }
  return null;
}

function give(tick: Tick, scope: ScopeDraft, step: PlanStep, state: LoopingStep): void {
  if (loopBody(step).result === null) {
    succeed(tick, scope, step, {}, {});
    return;
  }
  const { results, got, cause, attempt, warnings } = state;
  if (jsonSize(results, MAXIMUM_INLINE_RESULTS_BYTES, MAXIMUM_DEPTH) !== null) {
    succeed(tick, scope, step, { results }, {});
    return;
  }
  if (jsonSize(results, MAXIMUM_RESULTS_BYTES, MAXIMUM_DEPTH) === null) {
    const limit = `${MAXIMUM_RESULTS_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
    const message = `The results of "${step.id}" are above the limit of ${limit}.`;
    failStep(tick, scope, step, { got, cause, attempt, warnings, code: 'OUTPUT_TOO_LARGE', message });
    return;
  }
  changeLoop(tick, scope, step, { phase: 'storing' });
  tick.inFlight += 1;
  tick.commands.push({ kind: 'store-results', path: pathOf(scope, step), step: step.index, results });
}

/** Ends it with its counts and its results. */
export function succeed(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  results: JsonObject,
  references: Readonly<Record<string, Reference>>,
): void {
  const { got, cause, attempt, warnings, succeeded, failed, closing } = loopState(tick, scope, step);
  const facts = {
    iteration_count: succeeded + failed,
    succeeded_count: succeeded,
    failed_count: failed,
    exhausted: closing === 'exhausted',
    ...results,
  };
  const output = { facts, references };
  succeedStep(tick, scope, step, { got, cause, attempt, output, warnings, recorded: 'here' });
}
