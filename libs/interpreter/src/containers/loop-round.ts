import { evaluateExpression } from '#definition/plan';
import type { Json, PlanStep } from '#definition/plan';
import { decide } from '../decision.js';
import { inheritedError } from '../inheritance.js';
import { outputOf } from '../output-of.js';
import { recordDecision, recordStepAt } from '../recording.js';
import type { Scene } from '../scene.js';
import { readIn } from '../scene.js';
import type { LoopingStep } from '../state.js';
import type { StepError } from '../status.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { afterFailure } from './item-errors.js';
import { openRounds, undecidable } from './loop-rounds.js';
import { changeLoop, loopBody, loopState, withResult } from './loop-state.js';

/** Takes in a round in which everything has ended, and goes on with the loop. */
export function loopRoundEnded(tick: Tick, scope: ScopeDraft, step: PlanStep, round: ScopeDraft): void {
  const state = loopState(tick, scope, step);
  changeLoop(tick, scope, step, { live: state.live - 1 });
  const { stopping } = round;
  if (stopping?.kind === 'cancelled') recordRound(tick, step, round, { status: 'cancelled', attempt: 1 });
  else if (stopping?.kind === 'failed') failed(tick, scope, step, round, stopping.error);
  else succeeded(tick, scope, step, round);
  openRounds(tick, scope, step);
}

function succeeded(tick: Tick, scope: ScopeDraft, step: PlanStep, round: ScopeDraft): void {
  const body = loopBody(step);
  const error = inheritedError(tick, scope, loopState(tick, scope, step).cause);
  const scene: Scene = { tick, scope: round, step, facts: null, values: null, error };
  const warnings: string[] = [];
  let change: Partial<LoopingStep> = {};
  let value: Json = null;
  if (body.result !== null) {
    const result = evaluateExpression(body.result, readIn(scene));
    if (result.kind === 'error') {
      failed(tick, scope, step, round, undecidable(scope, step, result.message));
      return;
    }
    if (result.kind === 'value') value = result.value;
    else warnings.push(`The result has no value because ${result.missing.join(', ')} has none.`);
    change = { results: withResult(tick, loopState(tick, scope, step).results, indexOf(round), value) };
  }
  if (body.mode === 'until' && round.stopping === null) {
    const verdict = decide(scene, body.over, null);
    recordDecision(tick, round.path, verdict.decision);
    if (verdict.failure !== null) {
      failed(tick, scope, step, round, undecidable(scope, step, verdict.failure));
      return;
    }
    if (verdict.warning !== null) warnings.push(verdict.warning);
    if (verdict.holds) change = { ...change, closing: 'done' };
  }
  if (round.stopping?.kind === 'left' && round.stopping.how === 'break')
    change = { ...change, closing: 'break' };
  const state = loopState(tick, scope, step);
  changeLoop(tick, scope, step, {
    ...change,
    succeeded: state.succeeded + 1,
    closing: state.closing ?? change.closing ?? null,
  });
  if (change.closing === 'break')
    stopOthers(tick, scope, step, 'Cancelled because another round left the loop.');
  const kept = body.rows === true ? outputOf(tick, round) : value;
  const output =
    body.result === null && body.rows !== true ? null : { facts: { result: kept }, references: {} };
  recordRound(tick, step, round, { status: 'completed', attempt: 1, output, warnings });
}

function failed(tick: Tick, scope: ScopeDraft, step: PlanStep, round: ScopeDraft, error: StepError): void {
  const state = loopState(tick, scope, step);
  const body = loopBody(step);
  const counted = changeLoop(tick, scope, step, {
    failed: state.failed + 1,
    firstError: state.firstError ?? error,
    ...(body.result !== null && { results: withResult(tick, state.results, indexOf(round), null) }),
  });
  recordRound(tick, step, round, { status: 'failed', attempt: 1, error });
  if (afterFailure(body.itemErrors, counted) === 'go-on' || counted.closing === 'failed') return;
  changeLoop(tick, scope, step, { closing: 'failed' });
  stopOthers(tick, scope, step, `Cancelled because round ${indexOf(round)} failed with ${error.code}.`);
}

function stopOthers(tick: Tick, scope: ScopeDraft, step: PlanStep, reason: string): void {
  tick.stops.push({ scope, step, reason });
}

function indexOf(round: ScopeDraft): number {
  return round.round?.index ?? 0;
}

type RoundEnd = Parameters<typeof recordStepAt>[3];

function recordRound(tick: Tick, step: PlanStep, round: ScopeDraft, end: RoundEnd): void {
  recordStepAt(tick, round.path, step, end, { startedAt: round.round?.at ?? tick.at });
}
