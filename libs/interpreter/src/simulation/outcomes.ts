import type { JsonObject, Plan, PlanExpression, PlanStep } from '#definition/plan';

/**
 * What to pretend of a step, by its id or by an instance path: one outcome for all, or a list: one for each attempt,
 * or, by the id of a step inside a loop, one for each round.
 */
export type Outcomes = Readonly<Record<string, Outcome | readonly Outcome[]>>;

export type Outcome =
  /** It succeeds; facts that are not named have their zero value. */
  { readonly facts: JsonObject } | { readonly error: OutcomeError };

export interface OutcomeError {
  readonly code: string;
  readonly message?: string;
  /** True unless said otherwise; the retry policy still decides. */
  readonly retryable?: boolean;
}

/** The outcome of an attempt, counted from 0; null when nothing was said of it. */
export function outcomeOf(outcomes: Outcomes, path: string, stepId: string, attempt: number): Outcome | null {
  const { said, round } = saidOf(outcomes, path, stepId);
  if (said === null || !isList(said)) return said;
  return said[round ?? attempt] ?? null;
}

/** Whether there is an outcome for an attempt, counted from 0, that is not the one for all of them. */
export function hasMore(outcomes: Outcomes, path: string, stepId: string, attempt: number): boolean {
  const { said, round } = saidOf(outcomes, path, stepId);
  return said !== null && isList(said) && round === null && attempt < said.length;
}

/** What was said of a step, and the round it is looked up by; null when it is by the attempt. */
function saidOf(outcomes: Outcomes, path: string, stepId: string) {
  const exact = named(outcomes, path);
  if (exact !== null) return { said: exact, round: null };
  return { said: named(outcomes, stepId), round: roundOf(path) };
}

/** The round of the innermost loop around the step at a path. */
function roundOf(path: string): number | null {
  const round = /^.*\[(\d+)\]/.exec(path)?.[1];
  return round === undefined ? null : Number(round);
}

/** What the outcomes speak of and the plan does not have: steps, and ports of conditions as `step.port`. */
export function unknownNames(plan: Plan, outcomes: Outcomes): readonly string[] {
  const known = new Map(plan.steps.map((step) => [step.id, step]));
  return Object.keys(outcomes).flatMap((name) => {
    const step = known.get(idIn(name));
    if (step === undefined) return [name];
    const chosen = step.body.kind === 'condition' ? chosenPort(outcomes, step) : null;
    return chosen === null || choices(step).includes(chosen) ? [] : [`${step.id}.${chosen}`];
  });
}

/**
 * The plan with the steps that the outcomes speak of made scriptable, those too that would run inside
 * the interpreter. A condition has one outcome: it is told which port to choose by its fact `chosen`, or to fail.
 */
export function scripted(plan: Plan, outcomes: Outcomes): Plan {
  const spoken = new Set(Object.keys(outcomes).map(idIn));
  return {
    ...plan,
    steps: plan.steps.map((step) => (spoken.has(step.id) ? scriptable(step, outcomes) : step)),
  };
}

const NOTHING = { kind: 'work', configuration: { value: {}, slots: [] } } as const;
const TRUE: PlanExpression = { source: 'true', cel: 'true', reads: [] };

/** Their outcomes come from outside as it is. */
const AWAITED: ReadonlySet<string> = new Set(['work', 'approval', 'wait_for_event', 'sub_workflow']);

function scriptable(step: PlanStep, outcomes: Outcomes): PlanStep {
  if (AWAITED.has(step.body.kind)) return step;
  if (step.body.kind !== 'condition') return { ...step, class: 'work', body: NOTHING };
  const outcome = outcomeOf(outcomes, step.id, step.id, 0);
  if (outcome !== null && 'error' in outcome) {
    return { ...step, class: 'work', body: NOTHING, retry: { ...step.retry, maximumAttempts: 1 } };
  }
  const chosen = chosenPort(outcomes, step);
  if (chosen === null) return step;
  const cases = chosen === 'else' ? [] : [{ port: chosen, when: TRUE }];
  return { ...step, body: { ...step.body, cases } };
}

function chosenPort(outcomes: Outcomes, step: PlanStep): string | null {
  const outcome = outcomeOf(outcomes, step.id, step.id, 0);
  const chosen = outcome !== null && 'facts' in outcome ? outcome.facts['chosen'] : undefined;
  return typeof chosen === 'string' ? chosen : null;
}

function choices({ body }: PlanStep): readonly string[] {
  return body.kind === 'condition' ? ['else', ...body.cases.map(({ port }) => port)] : [];
}

/** `outer[2]/embed` speaks of the step `embed`. */
function idIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function named(outcomes: Outcomes, name: string): Outcome | readonly Outcome[] | null {
  return (Object.hasOwn(outcomes, name) ? outcomes[name] : undefined) ?? null;
}

function isList(said: Outcome | readonly Outcome[]): said is readonly Outcome[] {
  return Array.isArray(said);
}
