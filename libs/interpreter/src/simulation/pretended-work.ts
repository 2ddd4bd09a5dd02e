import type { JsonObject, Plan, PlanStep } from '#definition/plan';
import { attemptNumbers } from '../attempt-numbers.js';
import type { WorkCommand } from '../command.js';
import type { ExecutionEvent } from '../event.js';
import { at } from '../plan-index.js';
import type { ExecutionRecord, StepRecord } from '../record.js';
import type { StepError } from '../status.js';
import type { Agenda } from './agenda.js';
import type { OutcomeError, Outcomes } from './outcomes.js';
import { outcomeOf } from './outcomes.js';
import { backoff, retries } from './retry.js';

/** Facts of a step that ran over nothing. */
export type ZeroFacts = (step: PlanStep) => JsonObject;

/** How long an attempt takes, and a person, in milliseconds of the simulation. */
export const DURATION = 1000;

/** Stands in for the workers: runs what it is told by script and records as they do. */
export class PretendedWork {
  private readonly running = new Map<string, number>();

  constructor(
    private readonly plan: Plan,
    private readonly outcomes: Outcomes,
    private readonly zeroFacts: ZeroFacts,
    private readonly write: (record: ExecutionRecord) => void,
    private readonly agenda: Agenda,
  ) {}

  /** `number` counts the attempts of the command from 0. */
  begin(command: WorkCommand, now: number, number = 0): void {
    const { path } = command;
    const due = now + DURATION;
    this.running.set(path, command.attempt + number);
    this.record(command, number, now, { status: 'running', warnings: command.warnings });
    this.agenda.plan({ path, kind: 'work', due, happen: () => this.end(command, number, due) });
  }

  /** Stops the attempt of a cancelled step, which answers at once. */
  cancel(path: string, now: number): void {
    const attempt = this.running.get(path);
    if (attempt === undefined || !this.agenda.cancel(path, 'work')) return;
    const event = { kind: 'work-cancelled', at: now, path, attempt } as const;
    this.agenda.plan({ path, kind: 'work', due: now, happen: () => event });
  }

  private end(command: WorkCommand, number: number, now: number): ExecutionEvent | null {
    const step = at(this.plan.steps, command.step);
    const { path } = command;
    const attempt = command.attempt + number;
    const outcome = outcomeOf(this.outcomes, path, step.id, attempt - 1);
    if (outcome === null || 'facts' in outcome) {
      const output = { facts: { ...this.zeroFacts(step), ...outcome?.facts }, references: {} };
      this.record(command, number, now, { status: 'completed', output });
      return { kind: 'work-succeeded', at: now, path, attempt, output };
    }
    const again = retries(step.retry, number, outcome.error);
    const error = stepError(step, path, attempt, outcome.error);
    const reason = again ? 'It failed and is tried again.' : null;
    this.record(command, number, now, { status: 'failed', error, reason });
    if (!again) return { kind: 'work-failed', at: now, path, attempt, error };
    const due = now + backoff(step.retry, number);
    this.agenda.plan({ path, kind: 'work', due, happen: () => this.startAgain(command, due, number + 1) });
    return null;
  }

  private startAgain(command: WorkCommand, now: number, number: number): null {
    this.begin(command, now, number);
    return null;
  }

  private record(
    command: WorkCommand,
    number: number,
    time: number,
    change: Pick<StepRecord, 'status'> & Partial<StepRecord>,
  ): void {
    const step = at(this.plan.steps, command.step);
    const { started, ended } = attemptNumbers(command.sequence, number);
    this.write({
      kind: 'step',
      sequence: change.status === 'running' ? started : ended,
      at: time,
      path: command.path,
      stepId: step.id,
      stepType: step.type,
      stepName: step.name,
      attempt: command.attempt + number,
      output: null,
      error: null,
      reason: null,
      warnings: [],
      ...change,
    });
  }
}

export function stepError(step: PlanStep, path: string, attempt: number, error: OutcomeError): StepError {
  const { code, message = 'Simulated failure.', retryable = true } = error;
  return { code, message, stepId: step.id, path, attempt, retryable };
}
