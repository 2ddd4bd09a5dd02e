import type { JsonObject, Plan, Reference } from '#definition/plan';
import { advance } from '../src/advance.js';
import type { CancelWorkCommand, Command, FinishCommand, WorkCommand } from '../src/command.js';
import type { Actor } from '../src/control.js';
import type { ExecutionEvent, StartInput } from '../src/event.js';
import type { ConditionRecord, ExecutionRecord, StepRecord } from '../src/record.js';
import { start } from '../src/start.js';
import type { ExecutionState } from '../src/state.js';

type Timeless<T> = T extends unknown ? Omit<T, 'at'> : never;

/** Plays an execution by hand and keeps all that came of it. */
export class Play {
  state: ExecutionState;
  readonly commands: Command[] = [];
  private time = 1000;

  constructor(
    readonly plan: Plan,
    input: Partial<StartInput> = {},
  ) {
    const [state, commands] = start(plan, {
      at: this.time,
      executionId: 'e1',
      input: {},
      documents: null,
      ...input,
    });
    this.state = state;
    this.commands.push(...commands);
  }

  /** Feeds an event and gives the commands it led to. */
  feed(event: Timeless<ExecutionEvent>): readonly Command[] {
    this.time += 1;
    const [state, commands] = advance(this.plan, this.state, { ...event, at: this.time });
    this.state = state;
    this.commands.push(...commands);
    return commands;
  }

  succeed(path: string, facts: JsonObject = {}, references: Readonly<Record<string, Reference>> = {}): this {
    this.feed({ kind: 'work-succeeded', path, attempt: 1, output: { facts, references } });
    return this;
  }

  fail(path: string, code = 'PROVIDER_REFUSED', message = 'No.'): this {
    const error = { code, message, stepId: path, path, attempt: 1, retryable: false };
    this.feed({ kind: 'work-failed', path, attempt: 1, error });
    return this;
  }

  stop(path: string): this {
    this.feed({ kind: 'work-cancelled', path, attempt: 1 });
    return this;
  }

  pause(path = ''): this {
    this.feed({ kind: 'pause', path });
    return this;
  }

  resume(path = ''): this {
    this.feed({ kind: 'resume', path });
    return this;
  }

  /** The timer of a step is due. */
  fire(path: string): this {
    this.feed({ kind: 'timer-fired', path });
    return this;
  }

  approve(path: string, approved = true, actor: Actor | null = null): this {
    this.feed({ kind: 'approve', path, approved, comment: null, actor });
    return this;
  }

  /** Writes the state down and reads it back, as continuing as new does. */
  roundTrip(): this {
    this.feed({ kind: 'hold' });
    this.state = JSON.parse(JSON.stringify(this.state)) as ExecutionState;
    this.feed({ kind: 'release' });
    return this;
  }

  /** Timers that are out, by path. */
  get timers(): readonly string[] {
    const out = new Set<string>();
    for (const command of this.commands) {
      if (command.kind === 'start-timer') out.add(command.path);
      if (command.kind === 'cancel-timer') out.delete(command.path);
    }
    return [...out];
  }

  commandsOf<Kind extends Command['kind']>(kind: Kind): readonly Extract<Command, { kind: Kind }>[] {
    return this.commands.filter(
      (command): command is Extract<Command, { kind: Kind }> => command.kind === kind,
    );
  }

  /** Paths of the work handed out so far, in order. */
  get started(): readonly string[] {
    return this.works.map((command) => command.path);
  }

  get works(): readonly WorkCommand[] {
    return this.commands.filter((command) => command.kind === 'work');
  }

  work(path: string): WorkCommand {
    const found = this.works.find((command) => command.path === path);
    if (found === undefined) throw new Error(`"${path}" was never started.`);
    return found;
  }

  get cancelled(): readonly string[] {
    return this.commands
      .filter((command): command is CancelWorkCommand => command.kind === 'cancel-work')
      .map((command) => command.path);
  }

  get finish(): FinishCommand | null {
    return this.commands.find((command) => command.kind === 'finish') ?? null;
  }

  get records(): readonly ExecutionRecord[] {
    return this.commands.flatMap((command) => (command.kind === 'record' ? [command.record] : []));
  }

  get decisions(): readonly ConditionRecord[] {
    return this.records.filter((record) => record.kind === 'condition');
  }

  /** The statuses the execution went through. */
  get statuses(): readonly string[] {
    return this.records.flatMap((record) => (record.kind === 'execution' ? [record.status] : []));
  }

  /** The last record of a step. */
  step(path: string): StepRecord | null {
    const records = this.records.filter((record) => record.kind === 'step');
    return records.findLast((record) => record.path === path) ?? null;
  }

  /** How a step of the root stands in the state. */
  status(id: string): string {
    const index = this.plan.steps.findIndex((step) => step.id === id);
    const position = this.plan.scopes[0]?.steps.indexOf(index) ?? -1;
    const state = this.state.scopes['']?.steps[position] ?? null;
    if (state === null) return 'pending';
    return state.kind === 'ended' ? state.status : state.kind;
  }
}
