import type { Json, JsonObject, PlanStep } from '#definition/plan';
import { decide } from '../decision.js';
import { inheritedError } from '../inheritance.js';
import { roundPath } from '../instance-path.js';
import { ITEMS_PAGE, MAXIMUM_LIVE_SCOPES, MAXIMUM_STEPS_AT_ONCE } from '../limits.js';
import { isPaused } from '../paused.js';
import { recordDecision } from '../recording.js';
import { initialVariables, withDefaults } from '../run-root.js';
import { openScope } from '../scope-instance.js';
import type { LoopingStep } from '../state.js';
import type { StepError } from '../status.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { pathOf } from '../tick.js';
import { endLoopWhenDone } from './loop-end.js';
import { countRound } from './loop-progress.js';
import type { LoopBody } from './loop-state.js';
import { changeLoop, loopBody, loopState } from './loop-state.js';

/** Opens rounds while the loop has room and more to do: a sliding window. Ends the loop when that was all. */
export function openRounds(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const body = loopBody(step);
  while (mayOpen(tick, scope, step, body)) {
    const state = loopState(tick, scope, step);
    const closing = reasonToClose(tick, scope, step, body, state);
    if (closing !== null) {
      changeLoop(tick, scope, step, closing);
      break;
    }
    if (state.source !== null && state.next - state.offset >= state.items.length) {
      askForItems(tick, scope, step, state);
      break;
    }
    open(tick, scope, step, body, state);
  }
  endLoopWhenDone(tick, scope, step);
}

function mayOpen(tick: Tick, scope: ScopeDraft, step: PlanStep, body: LoopBody): boolean {
  const { phase, closing, cancelling, live, asked } = loopState(tick, scope, step);
  if (phase !== 'rounds' || closing !== null || cancelling || asked) return false;
  if (live >= body.concurrency || tick.held || tick.yielded) return false;
  if (isPaused(tick, pathOf(scope, step))) return false;
  if (tick.live >= MAXIMUM_LIVE_SCOPES && live > 0) return false;
  if (tick.started >= MAXIMUM_STEPS_AT_ONCE) {
    tick.yielded = true;
    tick.commands.push({ kind: 'yield' });
    return false;
  }
  return true;
}

/** Set when no further round begins: all had, the condition does not hold, or there were too many. */
function reasonToClose(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  body: LoopBody,
  state: LoopingStep,
): Partial<LoopingStep> | null {
  const { next, total, source } = state;
  if (total !== null && next >= total && source === null) return { closing: 'done' };
  if (body.mode === 'while') {
    const error = inheritedError(tick, scope, state.cause);
    const round = { index: next, item: null, at: tick.at };
    const verdict = decide({ tick, scope, step, facts: null, values: null, error, round }, body.over, null);
    recordDecision(tick, pathOf(scope, step), verdict.decision);
    if (verdict.failure !== null)
      return { closing: 'failed', firstError: undecidable(scope, step, verdict.failure) };
    const warnings = verdict.warning === null ? state.warnings : [...state.warnings, verdict.warning];
    if (!verdict.holds) return { closing: 'done', warnings };
  }
  return next >= body.maximumRounds ? { closing: 'exhausted' } : null;
}

export function undecidable(scope: ScopeDraft, step: PlanStep, message: string): StepError {
  const path = pathOf(scope, step);
  return { code: 'EXPRESSION_FAILED', message, stepId: step.id, path, attempt: 1, retryable: false };
}

function askForItems(tick: Tick, scope: ScopeDraft, step: PlanStep, state: LoopingStep): void {
  if (state.source === null) return;
  changeLoop(tick, scope, step, { asked: true });
  tick.inFlight += 1;
  tick.commands.push({
    kind: 'load-items',
    path: pathOf(scope, step),
    step: step.index,
    reference: state.source,
    offset: state.next,
    limit: ITEMS_PAGE,
  });
}

function open(tick: Tick, scope: ScopeDraft, step: PlanStep, body: LoopBody, state: LoopingStep): void {
  const index = state.next;
  const item: Json = state.items[index - state.offset] ?? null;
  const path = roundPath(pathOf(scope, step), index);
  countRound(tick, scope, step);
  changeLoop(tick, scope, step, { next: index + 1, live: state.live + 1 });
  const parent = scope.key;
  if (body.rows === true) openRow(tick, path, body, parent, { index, item });
  else openScope(tick, path, body.scope, { path, parent, round: { index, item, at: tick.at } });
}

/** A row of a bulk run begins as a run of its own does. */
function openRow(
  tick: Tick,
  path: string,
  body: LoopBody,
  parent: string,
  { index, item }: { readonly index: number; readonly item: Json },
): void {
  const given = typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as JsonObject) : {};
  const input = withDefaults(tick.plan, given, tick.start.documents);
  const round = { index, item: input, at: tick.at };
  openScope(tick, path, body.scope, { path, parent, round }, initialVariables(tick.plan.variables));
}
