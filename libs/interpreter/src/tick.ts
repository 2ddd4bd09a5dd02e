import type { Plan, PlanStep } from '#definition/plan';
import type { Command } from './command.js';
import { EngineFault } from './engine-fault.js';
import { stepPath } from './instance-path.js';
import { at, indexOf } from './plan-index.js';
import type { PlanIndex } from './plan-index.js';
import type { EdgeState, ExecutionState, ScopeState, StepState } from './state.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A scope instance while an event is worked on: a private copy that may be changed. */
export interface ScopeDraft extends Mutable<Omit<ScopeState, 'steps' | 'edges' | 'ready'>> {
  readonly path: string;
  readonly steps: StepState[];
  readonly edges: EdgeState[];
  /** Reasons of edges that died now. */
  readonly newDeaths: Map<number, string>;
  /** In descending order, so that the first to start is the last of the list. */
  ready: number[];
  /** Steps with a newly decided edge, whose join has to be looked at. */
  readonly touched: number[];
}

/** The work of one event: drafts of what it changes and the commands it gives. */
export interface Tick extends Mutable<Omit<ExecutionState, 'stateVersion' | 'scopes'>> {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly at: number;
  readonly before: ExecutionState;
  readonly drafts: Map<string, ScopeDraft>;
  readonly commands: Command[];
}

export function openTick(plan: Plan, before: ExecutionState, time: number): Tick {
  const { start, status, sequence, inFlight, progress, paused, held } = before;
  return {
    plan,
    index: indexOf(plan),
    at: time,
    before,
    drafts: new Map(),
    commands: [],
    start,
    status,
    sequence,
    inFlight,
    progress,
    paused,
    held,
  };
}

export function closeTick(tick: Tick): readonly [ExecutionState, readonly Command[]] {
  const scopes: Record<string, ScopeState> = { ...tick.before.scopes };
  for (const [path, draft] of tick.drafts) scopes[path] = frozen(tick, draft);
  const { start, status, sequence, inFlight, progress, paused, held } = tick;
  return [
    { stateVersion: 1, start, status, sequence, inFlight, progress, paused, held, scopes },
    tick.commands,
  ];
}

function frozen(tick: Tick, draft: ScopeDraft): ScopeState {
  const { scope, steps, edges, variables, open, stopping } = draft;
  const ready = draft.ready.toReversed();
  return { scope, steps, edges, deaths: openDeaths(tick, draft), variables, ready, open, stopping };
}

/** Only targets that have not ended may still be asked why an edge of theirs died. */
function openDeaths(tick: Tick, draft: ScopeDraft): Readonly<Record<string, string>> {
  const all = [...Object.entries(draft.deaths), ...draft.newDeaths];
  return Object.fromEntries(
    all.filter(([edge]) => stateOf(tick, draft, at(tick.plan.edges, Number(edge)).target)?.kind !== 'ended'),
  );
}

/** Why an edge died, when its source's end does not tell. */
export function deathOf(scope: ScopeDraft, edge: number): string | null {
  return scope.newDeaths.get(edge) ?? scope.deaths[String(edge)] ?? null;
}

/** The draft of a scope instance, copied when first asked for. */
export function draftOf(tick: Tick, path: string): ScopeDraft {
  const known = tick.drafts.get(path);
  if (known !== undefined) return known;
  const state = Object.hasOwn(tick.before.scopes, path) ? tick.before.scopes[path] : undefined;
  if (state === undefined) throw new EngineFault(`There is no scope instance "${path}".`);
  const draft: ScopeDraft = {
    ...state,
    path,
    steps: [...state.steps],
    edges: [...state.edges],
    ready: state.ready.toReversed(),
    touched: [],
    newDeaths: new Map(),
  };
  tick.drafts.set(path, draft);
  return draft;
}

export function stateOf(tick: Tick, scope: ScopeDraft, step: number): StepState {
  return at(scope.steps, at(tick.index.stepPosition, step));
}

export function setState(tick: Tick, scope: ScopeDraft, step: number, state: StepState): void {
  scope.steps[at(tick.index.stepPosition, step)] = state;
}

export function edgeState(tick: Tick, scope: ScopeDraft, edge: number): EdgeState {
  return at(scope.edges, at(tick.index.edgePosition, edge));
}

export function pathOf(scope: ScopeDraft, step: PlanStep): string {
  return stepPath(scope.path, step.id);
}
