import type { PlanEdge, PlanStep } from '#definition/plan';
import { decide } from './decision.js';
import type { Verdict } from './decision.js';
import { enliven, kill } from './edge.js';
import { inheritedError } from './inheritance.js';
import { at } from './plan-index.js';
import { recordDecision } from './recording.js';
import { endedStep } from './scene.js';
import type { StepError } from './status.js';
import { failScope } from './stop-scope.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/** How a step that has just ended is left. */
export interface Departure {
  readonly chooses: (port: string) => boolean;
  /** Why a port was not chosen, where the step's own end does not tell. */
  readonly whyNot: (port: string) => string | null;
  /** Records the step's end, with the warnings its connections left; comes before their decisions. */
  readonly record: (warnings: readonly string[]) => void;
}

/** Decides every edge that leaves the step: on the chosen ports by their conditions, elsewhere dead. */
export function depart(tick: Tick, scope: ScopeDraft, step: PlanStep, departure: Departure): void {
  const edges = at(tick.index.outgoing, step.index);
  const verdicts = edges.map((edge) =>
    departure.chooses(edge.port) ? judge(tick, scope, step, edge) : null,
  );
  departure.record(warningsOf(verdicts));
  edges.forEach((edge, position) => {
    const verdict = verdicts[position] ?? null;
    if (verdict !== null) recordDecision(tick, pathOf(scope, step), verdict.decision);
    if (!departure.chooses(edge.port)) kill(tick, scope, edge, departure.whyNot(edge.port));
    else if (verdict === null || verdict.holds) enliven(tick, scope, edge);
    else kill(tick, scope, edge, `of the connection from "${step.id}": ${verdict.because}`);
  });
  const broken = verdicts.find((verdict) => verdict !== null && verdict.failure !== null);
  if (broken?.failure != null) failScope(tick, scope, step, undecidable(scope, step, broken.failure));
}

function warningsOf(verdicts: readonly (Verdict | null)[]): readonly string[] {
  const warnings: string[] = [];
  for (const verdict of verdicts) if (verdict?.warning != null) warnings.push(verdict.warning);
  return warnings;
}

function judge(tick: Tick, scope: ScopeDraft, step: PlanStep, edge: PlanEdge): Verdict | null {
  if (edge.condition === null) return null;
  const ended = endedStep(tick, scope, step.index);
  const error = edge.port === 'error' ? ended?.error : inheritedError(tick, scope, ended?.cause ?? null);
  const scene = { tick, scope, step, facts: null, values: null, error: error ?? null };
  return decide(scene, edge.condition, edge.id);
}

/** The step itself has succeeded, so its `onError` has nothing to say: the scope fails. */
function undecidable(scope: ScopeDraft, step: PlanStep, failure: string): StepError {
  return {
    code: 'EXPRESSION_FAILED',
    message: `The condition of a connection from "${step.id}" cannot be decided: ${failure}`,
    stepId: step.id,
    path: pathOf(scope, step),
    attempt: null,
    retryable: false,
  };
}
