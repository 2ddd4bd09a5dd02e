import type { Plan } from '#definition/plan';
import { advance } from '../src/advance.js';
import type { Command, FinishCommand } from '../src/command.js';
import type { ExecutionEvent } from '../src/event.js';
import { start } from '../src/start.js';
import type { ExecutionState } from '../src/state.js';
import { fateOf } from './fate.js';
import type { Pending } from './fate.js';
import type { NodeGene } from './nested-genome.js';

export type Disturbance = 'nothing' | 'pause' | 'pause-path' | 'hold' | 'round-trip' | 'repeat' | 'cancel';

export interface NestedCourse {
  readonly picks: readonly number[];
  readonly disturbances: readonly Disturbance[];
}

export interface NestedPlayed {
  readonly state: ExecutionState;
  readonly commands: readonly Command[];
  readonly finish: FinishCommand | null;
  /** Paths of steps whose completion is to be undone, in the order of completion. */
  readonly done: readonly string[];
  /** What was begun although it was paused or held. */
  readonly strays: readonly string[];
  /** Loops that had more rounds at once than they may have. */
  readonly crowded: readonly string[];
  /** The most that the state held for each live scope instance, in characters of JSON. */
  readonly heaviest: number;
}

/** Runs a nested execution to its end, with everything outside answering in any order. */
export function playNested(
  plan: Plan,
  genes: ReadonlyMap<string, NodeGene>,
  { picks, disturbances }: NestedCourse,
): NestedPlayed {
  const player = new NestedPlayer(plan, genes);
  for (let turn = 0; turn < 20_000 && player.finish === null; turn += 1) {
    player.disturb(disturbances[turn] ?? 'nothing', picks[turn] ?? 0);
    if (!player.answerOne(picks[turn] ?? 0) && !player.unblock()) break;
  }
  return player;
}

class NestedPlayer implements NestedPlayed {
  state: ExecutionState;
  readonly commands: Command[] = [];
  readonly done: string[] = [];
  readonly strays: string[] = [];
  readonly crowded: string[] = [];
  heaviest = 0;
  private readonly pending = new Map<string, Pending>();
  private readonly paused = new Set<string>();
  private readonly paths: string[] = [''];
  private held = false;
  private last: ExecutionEvent | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly genes: ReadonlyMap<string, NodeGene>,
  ) {
    const [state, commands] = start(plan, { at: 0, executionId: 'e', input: {}, documents: null });
    this.state = state;
    this.take(commands);
  }

  get finish(): FinishCommand | null {
    const last = this.commands.at(-1);
    return last?.kind === 'finish' ? last : null;
  }

  disturb(how: Disturbance, pick: number): void {
    if (this.finish !== null) return;
    switch (how) {
      case 'nothing':
        return;
      case 'pause':
        return this.toggle('');
      case 'pause-path':
        return this.toggle(this.paths[pick % this.paths.length] ?? '');
      case 'hold':
        return this.hold();
      case 'round-trip':
        this.state = JSON.parse(JSON.stringify(this.state)) as ExecutionState;
        return;
      case 'repeat':
        if (this.last !== null && this.last.kind !== 'send-event') this.feed(this.last);
        return;
      case 'cancel':
        this.paused.clear();
        this.feed({ kind: 'cancel', at: 0 });
    }
  }

  /** Something outside answers; false when nothing is asked. */
  answerOne(pick: number): boolean {
    const all = [...this.pending.keys()];
    const key = all[pick % Math.max(1, all.length)];
    const pending = key === undefined ? undefined : this.pending.get(key);
    if (key === undefined || pending === undefined) return false;
    this.pending.delete(key);
    const event = fateOf(pending, this.genes, pick);
    this.last = event;
    if (event.kind === 'work-succeeded') this.noteDone(event.path);
    this.feed(event);
    return true;
  }

  unblock(): boolean {
    const [path] = this.paused;
    if (this.held) this.hold();
    else if (path !== undefined) this.toggle(path);
    else return false;
    return true;
  }

  private hold(): void {
    this.held = !this.held;
    this.feed({ kind: this.held ? 'hold' : 'release', at: 0 });
  }

  private toggle(path: string): void {
    const kind = this.paused.has(path) ? 'resume' : 'pause';
    if (kind === 'pause') this.paused.add(path);
    else this.lift(path);
    this.feed({ kind, at: 0, path });
    // What is not there, or is being cancelled, cannot be paused.
    if (!this.state.paused.includes(path)) this.paused.delete(path);
  }

  /** Resuming lifts every pause at the path and inside it. */
  private lift(path: string): void {
    for (const inside of this.paused) {
      const within = inside.startsWith(`${path}/`) || inside.startsWith(`${path}[`);
      if (path === '' || inside === path || within) this.paused.delete(inside);
    }
  }

  private noteDone(path: string): void {
    const id = path.slice(path.lastIndexOf('/') + 1);
    const step = this.plan.steps.find((candidate) => candidate.id === id);
    if (step?.compensateWith != null) this.done.push(path);
  }

  private feed(event: ExecutionEvent): void {
    const before = this.state;
    const [state, commands] = advance(this.plan, before, event);
    this.state = state;
    this.watchRounds(before);
    this.take(commands);
  }

  /** Counts rounds by the keys of live scope instances, apart from what the loops say of themselves. */
  private watchRounds(before: ExecutionState): void {
    const rounds = new Map<string, number>();
    for (const [key, { round, scope }] of Object.entries(this.state.scopes)) {
      if (round === null) continue;
      const loop = key.slice(0, key.lastIndexOf('['));
      const owner = this.plan.scopes[scope]?.owner ?? -1;
      const body = this.plan.steps[owner]?.body;
      rounds.set(loop, (rounds.get(loop) ?? 0) + 1);
      if (body?.kind === 'loop' && (rounds.get(loop) ?? 0) > body.concurrency) this.crowded.push(loop);
      const paused = this.held || this.paused.has('') || this.paused.has(loop);
      if (paused && !Object.hasOwn(before.scopes, key)) this.strays.push(key);
    }
  }

  private take(commands: readonly Command[]): void {
    this.commands.push(...commands);
    const size = JSON.stringify(this.state).length;
    const live = Object.keys(this.state.scopes).length + this.state.undo.length + this.done.length;
    this.heaviest = Math.max(this.heaviest, size / live);
    for (const command of commands) this.note(command);
  }

  private note(command: Command): void {
    switch (command.kind) {
      case 'work':
      case 'start-child':
        this.pending.set(`run ${command.path}`, { command, cancelled: false });
        this.paths.push(command.path, command.path.replace(/\/[^/]*$/, ''));
        if (this.held || this.paused.has('') || this.paused.has(command.path)) this.strays.push(command.path);
        return;
      case 'cancel-work':
      case 'cancel-child': {
        const running = this.pending.get(`run ${command.path}`);
        if (running !== undefined) this.pending.set(`run ${command.path}`, { ...running, cancelled: true });
        return;
      }
      case 'start-timer':
        this.pending.set(`timer ${command.path}`, { command, cancelled: false });
        return;
      case 'cancel-timer':
        this.pending.delete(`timer ${command.path}`);
        return;
      case 'store-results':
      case 'load-items':
      case 'yield':
        this.pending.set(command.kind, { command, cancelled: false });
        return;
      case 'record': {
        const { record } = command;
        if (record.kind !== 'step') return;
        const key = `person ${record.path}`;
        if (record.status === 'waiting' || record.status === 'blocked') {
          this.pending.set(key, { command, cancelled: false });
        } else this.pending.delete(key);
        return;
      }
      case 'pause-child':
      case 'resume-child':
      case 'finish':
    }
  }
}
