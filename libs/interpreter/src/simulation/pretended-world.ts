import type { Plan } from '#definition/plan';
import type { Command, FinishCommand, StartChildCommand } from '../command.js';
import type { ChildOutcome, ExecutionEvent } from '../event.js';
import { at } from '../plan-index.js';
import type { ExecutionRecord } from '../record.js';
import { Agenda } from './agenda.js';
import type { Outcomes } from './outcomes.js';
import { outcomeOf } from './outcomes.js';
import { PretendedPeople } from './pretended-people.js';
import type { ZeroFacts } from './pretended-work.js';
import { DURATION, PretendedWork, stepError } from './pretended-work.js';
import type { Surroundings } from './surroundings.js';

/** Performs the commands of a simulation by script: workers, clocks, other workflows, stores and people. */
export class PretendedWorld {
  readonly records: ExecutionRecord[] = [];
  finish: FinishCommand | null = null;
  private readonly agenda = new Agenda();
  private readonly work: PretendedWork;
  private readonly people: PretendedPeople;

  constructor(
    private readonly plan: Plan,
    private readonly outcomes: Outcomes,
    zeroFacts: ZeroFacts,
    private readonly surroundings: Surroundings = {},
  ) {
    const write = (record: ExecutionRecord): void => void this.records.push(record);
    this.work = new PretendedWork(plan, outcomes, zeroFacts, write, this.agenda);
    this.people = new PretendedPeople(plan, outcomes, this.agenda);
  }

  /** What happens next; null when nothing will. */
  next(): ExecutionEvent | null {
    return this.agenda.next();
  }

  perform(commands: readonly Command[], now: number): void {
    for (const command of commands) this.performOne(command, now);
  }

  private performOne(command: Command, now: number): void {
    switch (command.kind) {
      case 'record':
        this.record(command.record);
        return;
      case 'work':
        this.work.begin(command, now);
        return;
      case 'cancel-work':
        this.work.cancel(command.path, now);
        return;
      case 'start-timer': {
        const { path, due } = command;
        this.later('timer', path, due, { kind: 'timer-fired', at: due, path });
        return;
      }
      case 'cancel-timer':
        this.agenda.cancel(command.path, 'timer');
        return;
      case 'start-child':
        this.startChild(command, now);
        return;
      case 'cancel-child': {
        const { path, attempt } = command;
        if (!this.agenda.cancel(path, 'child')) return;
        const outcome = { status: 'cancelled' } as const;
        this.later('child', path, now, { kind: 'child-ended', at: now, path, attempt, outcome });
        return;
      }
      case 'pause-child':
      case 'resume-child':
        // Nobody pauses a simulation.
        return;
      case 'load-items': {
        // Nothing outside is read by itself: a list that is not given counts as empty.
        const { path, offset, reference, limit } = command;
        const items = this.surroundings.list?.(reference)?.slice(offset, offset + limit) ?? [];
        this.later('engine', path, now, { kind: 'items-loaded', at: now, path, offset, items });
        return;
      }
      case 'store-results': {
        const { path, results } = command;
        const reference = {
          $ref: `simulated:${path}`,
          kind: 'json',
          count: results.length,
          bytes: 0,
          sha256: '',
        };
        this.later('engine', path, now, { kind: 'results-stored', at: now, path, reference });
        return;
      }
      case 'yield':
        this.later('engine', '', now, { kind: 'go-on', at: now });
        return;
      case 'finish':
        this.finish = command;
    }
  }

  private record(record: ExecutionRecord): void {
    this.records.push(record);
    if (record.kind !== 'step') return;
    if (record.status === 'waiting' || record.status === 'blocked') this.people.hear(record);
    else this.agenda.cancel(record.path, 'person');
  }

  private startChild({ path, step: index, attempt }: StartChildCommand, now: number): void {
    const step = at(this.plan.steps, index);
    const said = outcomeOf(this.outcomes, path, step.id, attempt - 1);
    const outcome: ChildOutcome =
      said !== null && 'error' in said
        ? { status: 'failed', error: stepError(step, path, attempt, said.error) }
        : { status: 'completed', output: { facts: said?.facts ?? {}, references: {} } };
    const due = now + DURATION;
    this.later('child', path, due, { kind: 'child-ended', at: due, path, attempt, outcome });
  }

  private later(kind: 'timer' | 'child' | 'engine', path: string, due: number, event: ExecutionEvent): void {
    this.agenda.plan({ path, kind, due, happen: () => event });
  }
}
