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
  readonly key: string;
  readonly steps: StepState[];
  readonly edges: EdgeState[];
  /** Reasons of edges that died now, once there is one. */
  newDeaths: Map<number, string> | null;
  /** In descending order, so that the first to start is the last of the list. */
  ready: number[];
  /** Steps with a newly decided edge, whose join has to be looked at. */
  readonly touched: number[];
  /** On the agenda already. */
  queued: boolean;
}

/** A scope instance whose lists may be changed. */
export type OwnedScope = ScopeState & Pick<ScopeDraft, 'steps' | 'edges' | 'ready'>;

/** A scope instance to look at: as it was, or as it has become. */
export type ScopeSight = Pick<
  ScopeState,
  'scope' | 'path' | 'parent' | 'round' | 'steps' | 'variables' | 'ready'
>;

/** The work of one event: drafts of what it changes and the commands it gives. */
export interface Tick extends Mutable<Omit<ExecutionState, 'stateVersion' | 'scopes'>> {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly at: number;
  readonly before: ExecutionState;
  readonly drafts: Map<string, ScopeDraft>;
  /** Keys of scope instances that were live before and have ended. */
  readonly dropped: Set<string>;
  /** Keys of scope instances in which something may start or end. */
  readonly agenda: string[];
  /** Containers that were told to stop; what runs inside them is next. */
  readonly stops: { readonly scope: ScopeDraft; readonly step: PlanStep; readonly reason: string }[];
  /** Parts of the state that were copied for this event, and so may be changed. */
  readonly owned: Set<object>;
  /** Live scope instances. */
  live: number;
  /** Steps started by this event. */
  started: number;
  readonly commands: Command[];
}

export function openTick(plan: Plan, before: ExecutionState, time: number): Tick {
  const { stateVersion: _version, scopes, ...rest } = before;
  return {
    ...rest,
    plan,
    index: indexOf(plan),
    at: time,
    before,
    drafts: new Map(),
    dropped: new Set(),
    agenda: [],
    stops: [],
    owned: new Set(),
    live: Object.keys(scopes).length,
    started: 0,
    commands: [],
  };
}

export function closeTick(tick: Tick): readonly [ExecutionState, readonly Command[]] {
  const scopes: Record<string, ScopeState> = {};
  for (const [key, scope] of Object.entries(tick.before.scopes)) {
    if (!tick.dropped.has(key)) scopes[key] = scope;
  }
  for (const [key, draft] of tick.drafts) scopes[key] = frozen(tick, draft);
  const { start, status, sequence, inFlight, children, waiting, blocked, progress } = tick;
  const { paused, pausedWithParent, held, yielded, cancelled, undo, undoing } = tick;
  const counts = { sequence, inFlight, children, waiting, blocked, progress };
  const controls = { paused, pausedWithParent, held, yielded, cancelled };
  return [{ stateVersion: 1, start, status, ...counts, ...controls, scopes, undo, undoing }, tick.commands];
}

function frozen(tick: Tick, draft: ScopeDraft): ScopeState {
  const { scope, path, parent, round, steps, edges, variables, open, stopping } = draft;
  const ready = draft.ready.toReversed();
  const deaths = openDeaths(tick, draft);
  return { scope, path, parent, round, steps, edges, deaths, variables, ready, open, stopping };
}

/** Only targets that have not ended may still be asked why an edge of theirs died. */
function openDeaths(tick: Tick, draft: ScopeDraft): Readonly<Record<string, string>> {
  const all = [...Object.entries(draft.deaths), ...(draft.newDeaths ?? [])];
  return Object.fromEntries(
    all.filter(([edge]) => stateOf(tick, draft, at(tick.plan.edges, Number(edge)).target)?.kind !== 'ended'),
  );
}

/** Why an edge died, when its source's end does not tell. */
export function deathOf(scope: ScopeDraft, edge: number): string | null {
  return scope.newDeaths?.get(edge) ?? scope.deaths[String(edge)] ?? null;
}

/** Whether a scope instance is live. */
export function isLive(tick: Tick, key: string): boolean {
  return tick.drafts.has(key) || (Object.hasOwn(tick.before.scopes, key) && !tick.dropped.has(key));
}

/** Keys of all live scope instances, in the order in which they began. */
export function liveKeys(tick: Tick): readonly string[] {
  const before = Object.keys(tick.before.scopes).filter((key) => !tick.dropped.has(key));
  const begun = [...tick.drafts.keys()].filter((key) => !Object.hasOwn(tick.before.scopes, key));
  return [...before, ...begun];
}

/** The draft of a scope instance, copied when first asked for. */
export function draftOf(tick: Tick, key: string): ScopeDraft {
  const known = tick.drafts.get(key);
  if (known !== undefined) return known;
  if (!isLive(tick, key)) throw new EngineFault(`There is no scope instance "${key}".`);
  const state = tick.before.scopes[key] as ScopeState;
  return addDraft(tick, key, {
    ...state,
    steps: [...state.steps],
    edges: [...state.edges],
    ready: state.ready.toReversed(),
  });
}

export function addDraft(tick: Tick, key: string, state: OwnedScope): ScopeDraft {
  const { scope, path, parent, round, steps, edges, deaths, variables, ready, open, stopping } = state;
  const draft: ScopeDraft = {
    key,
    scope,
    path,
    parent,
    round,
    steps,
    edges,
    deaths,
    variables,
    ready,
    open,
    stopping,
    newDeaths: null,
    touched: [],
    queued: false,
  };
  tick.drafts.set(key, draft);
  return draft;
}

/** A live scope instance to look at, without copying it. */
export function sightOf(tick: Tick, key: string): ScopeSight {
  return (
    tick.drafts.get(key) ?? (isLive(tick, key) ? tick.before.scopes[key] : undefined) ?? draftOf(tick, key)
  );
}

/** Has the scope instance looked at again before the event is done. */
export function wake(tick: Tick, scope: ScopeDraft): void {
  if (scope.queued) return;
  scope.queued = true;
  tick.agenda.push(scope.key);
}

export function stateOf(tick: Tick, scope: Pick<ScopeSight, 'steps'>, step: number): StepState {
  return at(scope.steps, at(tick.index.stepPosition, step));
}

export function setState(tick: Tick, scope: ScopeDraft, step: number, state: StepState): void {
  scope.steps[at(tick.index.stepPosition, step)] = state;
}

export function edgeState(tick: Tick, scope: ScopeDraft, edge: number): EdgeState {
  return at(scope.edges, at(tick.index.edgePosition, edge));
}

export function pathOf(scope: Pick<ScopeSight, 'path'>, step: PlanStep): string {
  return stepPath(scope.path, step.id);
}
