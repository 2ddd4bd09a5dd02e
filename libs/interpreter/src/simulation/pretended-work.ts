import type { JsonObject, Plan, PlanStep } from '#definition/plan';
import type { WorkCommand } from '../command.js';
import type { ExecutionEvent } from '../event.js';
import { at } from '../plan-index.js';
import type { ExecutionRecord, StepRecord } from '../record.js';
import type { StepError } from '../status.js';
import type { OutcomeError, Outcomes } from './outcomes.js';
import { outcomeOf } from './outcomes.js';
import { backoff, retries } from './retry.js';

/** Facts of a step that ran over nothing. */
export type ZeroFacts = (step: PlanStep) => JsonObject;

interface Attempt {
  readonly command: WorkCommand;
  /** From 0 within the command. */
  readonly number: number;
  readonly endsAt: number;
}

/** How long an attempt takes, in milliseconds of the simulation. */
const DURATION = 1000;

/** Stands in for the workers: runs what it is told by script, on a clock of its own, and records as they do. */
export class PretendedWork {
  private running: Attempt[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly outcomes: Outcomes,
    private readonly zeroFacts: ZeroFacts,
    private readonly write: (record: ExecutionRecord) => void,
  ) {}

  begin(command: WorkCommand, now: number, number = 0): void {
    this.running.push({ command, number, endsAt: now + DURATION });
    this.record(command, number, now, { status: 'running', warnings: command.warnings });
  }

  /** Stops the attempt of a cancelled step; gives the events it answers with. */
  cancel(path: string, now: number): readonly ExecutionEvent[] {
    const stopped = this.running.filter(({ command }) => command.path === path);
    this.running = this.running.filter((attempt) => !stopped.includes(attempt));
    return stopped.map(({ command, number }) => {
      return { kind: 'work-cancelled', at: now, path, attempt: command.attempt + number };
    });
  }

  /** Ends attempts in the order of their times until one ends its step; null when nothing runs. */
  next(): ExecutionEvent | null {
    for (let attempt = this.takeFirst(); attempt !== null; attempt = this.takeFirst()) {
      const event = this.end(attempt);
      if (event !== null) return event;
    }
    return null;
  }

  private takeFirst(): Attempt | null {
    const [first, ...others] = this.running;
    if (first === undefined) return null;
    const earliest = others.reduce((best, other) => (other.endsAt < best.endsAt ? other : best), first);
    this.running = this.running.filter((other) => other !== earliest);
    return earliest;
  }

  private end({ command, number, endsAt }: Attempt): ExecutionEvent | null {
    const step = at(this.plan.steps, command.step);
    const outcome = outcomeOf(this.outcomes, command.path, step.id, number);
    const attempt = command.attempt + number;
    const { path } = command;
    if (outcome === null || 'facts' in outcome) {
      const output = { facts: { ...this.zeroFacts(step), ...outcome?.facts }, references: {} };
      this.record(command, number, endsAt, { status: 'completed', output });
      return { kind: 'work-succeeded', at: endsAt, path, attempt, output };
    }
    const again = retries(step.retry, number, outcome.error);
    const error = stepError(step, path, attempt, outcome.error);
    const reason = again ? 'It failed and is tried again.' : null;
    this.record(command, number, endsAt, { status: 'failed', error, reason });
    if (!again) return { kind: 'work-failed', at: endsAt, path, attempt, error };
    this.begin(command, endsAt + backoff(step.retry, number), number + 1);
    return null;
  }

  private record(
    command: WorkCommand,
    number: number,
    time: number,
    change: Pick<StepRecord, 'status'> & Partial<StepRecord>,
  ): void {
    const step = at(this.plan.steps, command.step);
    const ended = change.status === 'running' ? 0 : 1;
    this.write({
      kind: 'step',
      sequence: command.sequence + 2 * number + ended,
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

function stepError(step: PlanStep, path: string, attempt: number, error: OutcomeError): StepError {
  const { code, message = 'Simulated failure.', retryable = true } = error;
  return { code, message, stepId: step.id, path, attempt, retryable };
}
