import type { Json, Plan, PlanStep } from '#definition/plan';
import type { ExecutionEvent } from '../event.js';
import { splitPath } from '../instance-path.js';
import type { StepRecord } from '../record.js';
import type { Agenda } from './agenda.js';
import type { Outcome, Outcomes } from './outcomes.js';
import { hasMore, outcomeOf } from './outcomes.js';
import { DURATION } from './pretended-work.js';

const NOBODY = null;

/**
 * Stands in for the people and systems that an execution waits for: approves what nothing else is said of, sends
 * the events that are awaited, and retries what is blocked for as long as there are outcomes for it. An outcome
 * with an error lets the time run out.
 */
export class PretendedPeople {
  constructor(
    private readonly plan: Plan,
    private readonly outcomes: Outcomes,
    private readonly agenda: Agenda,
  ) {}

  /** Somebody hears that a step waits or is blocked. */
  hear({ path, status, attempt, at }: StepRecord): void {
    const { stepId } = splitPath(path);
    const step = this.plan.steps.find(({ id }) => id === stepId);
    if (step === undefined) return;
    const due = at + DURATION;
    const answer =
      status === 'blocked'
        ? this.decide(step, path, attempt, due)
        : answerTo(step, path, outcomeOf(this.outcomes, path, stepId, attempt - 1), due);
    if (answer !== null) this.agenda.plan({ path, kind: 'person', due, happen: () => answer });
  }

  private decide(step: PlanStep, path: string, attempt: number, at: number): ExecutionEvent {
    return hasMore(this.outcomes, path, step.id, attempt)
      ? { kind: 'retry-step', at, path, configuration: null, actor: NOBODY }
      : { kind: 'give-up-step', at, path, actor: NOBODY };
  }
}

function answerTo(step: PlanStep, path: string, outcome: Outcome | null, at: number): ExecutionEvent | null {
  if (outcome !== null && 'error' in outcome) return null;
  const said = (name: string): Json | undefined => outcome?.facts[name];
  switch (step.body.kind) {
    case 'approval': {
      const comment = said('comment');
      return {
        kind: 'approve',
        at,
        path,
        approved: said('approved') !== false,
        comment: typeof comment === 'string' ? comment : null,
        actor: NOBODY,
      };
    }
    case 'wait_for_event': {
      const { event } = step.body.configuration.value;
      const name = typeof event === 'string' ? event : '';
      return { kind: 'send-event', at, name, path, payload: said('payload') ?? null, actor: NOBODY };
    }
    default:
      return null;
  }
}
