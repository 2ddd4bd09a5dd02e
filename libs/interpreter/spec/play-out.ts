import type { Plan, StepOutput } from '#definition/plan';
import { advance } from '../src/advance.js';
import type { Command, FinishCommand, WorkCommand } from '../src/command.js';
import type { ExecutionEvent } from '../src/event.js';
import type { ExecutionRecord } from '../src/record.js';
import { start } from '../src/start.js';
import type { ExecutionState } from '../src/state.js';
import type { Genome } from './genome.js';
import { MAXIMUM_ATTEMPTS } from './genome.js';
import { aReference } from './reference.js';

/** What happens besides work ending: one number is read for each event. */
export interface Course {
  /** Which of the running steps ends next. */
  readonly picks: readonly number[];
  /** What is done to the execution before that. */
  readonly meddling: readonly Meddling[];
}

export type Meddling =
  'nothing' | 'pause' | 'pause-step' | 'hold' | 'round-trip' | 'repeat' | 'strange' | 'cancel';

export interface Played {
  readonly state: ExecutionState;
  readonly commands: readonly Command[];
  readonly works: ReadonlyMap<string, WorkCommand>;
  readonly finish: FinishCommand | null;
  /** Of the interpreter and, as an activity would write them, of the work. */
  readonly records: readonly ExecutionRecord[];
  /** The longest the state ever was, as JSON. */
  readonly longest: number;
  readonly cancelled: boolean;
  /** Paths that were started although they were paused or held. */
  readonly strays: readonly string[];
  /** Steps that were still pending after an event although their join held. */
  readonly laggards: readonly string[];
}

/** Runs an execution to its end, with steps ending in any order and all kinds of meddling on the way. */
export function playOut(plan: Plan, genome: Genome, course: Course): Played {
  const player = new Player(plan, genome);
  for (let turn = 0; turn < 10_000 && !player.isOver; turn += 1) {
    player.meddle(course.meddling[turn] ?? 'nothing', course.picks[turn] ?? 0);
    if (!player.endOne(course.picks[turn] ?? 0) && !player.unblock()) break;
  }
  return player.played;
}

class Player {
  private state: ExecutionState;
  private readonly commands: Command[] = [];
  private readonly records: ExecutionRecord[] = [];
  private readonly running: WorkCommand[] = [];
  private readonly stopping = new Set<string>();
  private last: ExecutionEvent | null = null;
  private longest = 0;
  private cancelled = false;
  /** What was paused, by our own book: the empty path is the whole execution. */
  private readonly paused = new Set<string>();
  private held = false;
  private readonly strays: string[] = [];
  private readonly laggards: string[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly genome: Genome,
  ) {
    const [state, commands] = start(plan, { at: 0, executionId: 'e', input: { n: 2 }, documents: null });
    this.state = state;
    this.take(commands);
  }

  get isOver(): boolean {
    return this.finish !== null;
  }

  get played(): Played {
    const { state, commands, finish, records, longest, cancelled, strays, laggards } = this;
    const works = commands.filter((command) => command.kind === 'work');
    return {
      state,
      commands,
      works: new Map(works.map((work) => [work.path, work])),
      finish,
      records,
      longest,
      cancelled,
      strays,
      laggards,
    };
  }

  meddle(how: Meddling, pick: number): void {
    const path = this.plan.steps[pick % this.plan.steps.length]?.id ?? '';
    switch (how) {
      case 'nothing':
        return;
      case 'pause':
        return this.toggle('');
      case 'pause-step':
        return this.toggle(path);
      case 'hold':
        this.held = !this.held;
        return this.feed({ kind: this.held ? 'hold' : 'release', at: 0 });
      case 'round-trip':
        this.state = JSON.parse(JSON.stringify(this.state)) as ExecutionState;
        return;
      case 'repeat':
        if (this.last !== null) this.feed(this.last);
        return;
      case 'strange':
        return this.feed({ kind: 'work-cancelled', at: 0, path: `${path}/${path}`, attempt: 1 });
      case 'cancel':
        this.cancelled = true;
        this.feed({ kind: 'cancel', at: 0 });
    }
  }

  /** Ends one of the running steps; false when none runs. */
  endOne(pick: number): boolean {
    const [command] = this.running.splice(pick % Math.max(1, this.running.length), 1);
    if (command === undefined) return false;
    const event = this.eventOf(command, pick);
    this.last = event;
    this.feed(event);
    return true;
  }

  /** Lifts what keeps an idle execution from going on; false when nothing does. */
  unblock(): boolean {
    const [path] = this.paused;
    if (this.held) this.meddle('hold', 0);
    else if (path !== undefined) this.toggle(path);
    else return false;
    return true;
  }

  /** Resuming the whole execution lifts every pause in it. */
  private toggle(path: string): void {
    const kind = this.paused.has(path) ? 'resume' : 'pause';
    if (kind === 'pause') this.paused.add(path);
    else if (path === '') this.paused.clear();
    else this.paused.delete(path);
    this.feed({ kind, at: 0, path });
  }

  private get finish(): FinishCommand | null {
    return this.commands.find((command) => command.kind === 'finish') ?? null;
  }

  private eventOf(command: WorkCommand, pick: number): ExecutionEvent {
    const { path } = command;
    const gene = this.genome.steps[Number(path.slice(1))];
    if (gene === undefined) throw new Error('A step without a gene.');
    if (this.stopping.has(path) && pick % 2 === 0) return { kind: 'work-cancelled', at: 0, path, attempt: 1 };
    const attempt = Math.min(gene.failures + 1, MAXIMUM_ATTEMPTS);
    if (gene.failures >= MAXIMUM_ATTEMPTS) {
      const error = { code: 'X', message: path, stepId: path, path, attempt, retryable: true };
      return { kind: 'work-failed', at: 0, path, attempt, error };
    }
    const output: StepOutput = {
      facts: gene.n === null ? {} : { n: gene.n },
      references: gene.gives ? { documents: aReference('documents', path) } : {},
    };
    this.write(command, attempt, output);
    return { kind: 'work-succeeded', at: 0, path, attempt, output };
  }

  /** What the activity itself writes on success. */
  private write(command: WorkCommand, attempt: number, output: StepOutput): void {
    const step = this.plan.steps[command.step];
    if (step === undefined) throw new Error('A command without a step.');
    this.records.push({
      kind: 'step',
      sequence: command.sequence + 2 * (attempt - 1) + 1,
      at: 0,
      path: command.path,
      stepId: step.id,
      stepType: step.type,
      stepName: step.name,
      status: 'completed',
      attempt,
      output,
      error: null,
      reason: null,
      warnings: [],
    });
  }

  private feed(event: ExecutionEvent): void {
    const [state, commands] = advance(this.plan, this.state, event);
    this.state = state;
    this.take(commands);
  }

  private take(commands: readonly Command[]): void {
    this.commands.push(...commands);
    this.longest = Math.max(this.longest, JSON.stringify(this.state).length);
    this.laggards.push(...overdue(this.plan, this.state));
    for (const command of commands) {
      if (command.kind === 'record') this.records.push(command.record);
      if (command.kind === 'work') {
        this.running.push(command);
        if (this.held || this.paused.has('') || this.paused.has(command.path)) this.strays.push(command.path);
      }
      if (command.kind === 'cancel-work') this.stopping.add(command.path);
    }
  }
}

/** Pending steps with enough live connections, counted apart from the interpreter. */
function overdue(plan: Plan, state: ExecutionState): readonly string[] {
  const root = state.scopes[''];
  return plan.steps
    .filter((step) => root?.steps[step.index] === null)
    .filter(({ incoming, join }) => {
      const live = incoming.filter((edge) => root?.edges[edge] === 1).length;
      const undecided = incoming.filter((edge) => root?.edges[edge] === 0).length;
      const enough =
        join.kind === 'atLeast' ? join.count : join.kind === 'all' || join.kind === 'every' ? Infinity : 1;
      return undecided === 0 || live >= enough;
    })
    .map(({ id }) => id);
}
