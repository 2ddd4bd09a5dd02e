import { evaluateExpression } from '#definition/plan';
import type { Json, Reference } from '#definition/plan';
import type { Starting } from '../bodies/starting.js';
import { giveUp } from '../bodies/starting.js';
import { MAXIMUM_ROUNDS } from '../limits.js';
import { recordStep } from '../recording.js';
import { readIn } from '../scene.js';
import type { LoopingStep } from '../state.js';
import { setState } from '../tick.js';
import { countAhead, knownWith } from './loop-progress.js';
import { openRounds } from './loop-rounds.js';
import type { LoopBody } from './loop-state.js';

type Extent = Pick<LoopingStep, 'total' | 'items' | 'source'>;

/** Begins a loop: finds out over what, and opens its first rounds. */
export function runLoop(starting: Starting, body: LoopBody): void {
  const extent = extentOf(starting, body);
  if (extent === null) return;
  const { scene, inherited, attempt, warnings } = starting;
  const { tick, scope, step } = scene;
  const state: LoopingStep = {
    kind: 'looping',
    phase: 'rounds',
    ...inherited,
    ...extent,
    attempt,
    cancelling: false,
    offset: 0,
    asked: false,
    next: 0,
    live: 0,
    succeeded: 0,
    failed: 0,
    results: [],
    firstError: null,
    closing: null,
    variables: {},
    warnings,
  };
  setState(tick, scope, step.index, state);
  countAhead(tick, scope, step);
  recordStep(tick, scope, step, { status: 'running', attempt, warnings }, knownWith(tick, step, extent));
  openRounds(tick, scope, step);
}

/** What is known of the rounds beforehand; null when the loop has failed for it. */
function extentOf(starting: Starting, body: LoopBody): Extent | null {
  if (body.mode === 'while' || body.mode === 'until') return { total: null, items: [], source: null };
  const evaluation = evaluateExpression(body.over, readIn(starting.scene));
  switch (evaluation.kind) {
    case 'error':
      giveUp(starting, evaluation.code, evaluation.message);
      return null;
    case 'unknown':
      return refuse(starting, body, `${evaluation.missing.join(', ')} has no value`);
    case 'value':
      return body.mode === 'times'
        ? timesOf(starting, body, evaluation.value)
        : listOf(starting, body, evaluation.value);
  }
}

function timesOf(starting: Starting, body: LoopBody, value: Json): Extent | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    return refuse(
      starting,
      body,
      `it gives ${JSON.stringify(value)?.slice(0, 60)}, which is no whole number from 0 on`,
    );
  }
  return value > MAXIMUM_ROUNDS
    ? refuse(starting, body, `${value} rounds are more than the ${MAXIMUM_ROUNDS} allowed`)
    : { total: value, items: [], source: null };
}

function listOf(starting: Starting, body: LoopBody, value: Json): Extent | null {
  if (Array.isArray(value)) return { total: value.length, items: value as readonly Json[], source: null };
  if (isReference(value)) {
    return value.count > MAXIMUM_ROUNDS
      ? refuse(starting, body, `a list of ${value.count} is longer than the ${MAXIMUM_ROUNDS} allowed`)
      : { total: null, items: [], source: value };
  }
  return refuse(starting, body, 'it gives neither a list nor a reference to one');
}

function isReference(value: Json): value is Json & Reference {
  return typeof value === 'object' && value !== null && '$ref' in value && 'count' in value;
}

function refuse(starting: Starting, body: LoopBody, why: string): null {
  const message = `"${body.over.source}" cannot be looped over: ${why}.`;
  giveUp(starting, 'LOOP_INPUT_INVALID', message);
  return null;
}
