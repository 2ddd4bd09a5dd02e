import type { Json } from '#definition/plan';
import { at } from './plan-index.js';
import { lookAtJoin } from './spread.js';
import type { ScopeState } from './state.js';
import type { OwnedScope, ScopeDraft, Tick } from './tick.js';
import { addDraft, wake } from './tick.js';

/** What a scope instance begins as; its lists are the caller's own. */
export function freshScope(
  plan: Tick['plan'],
  scope: number,
  { path, parent, round }: Pick<ScopeState, 'path' | 'parent' | 'round'>,
  variables: Readonly<Record<string, Json>> = {},
): OwnedScope {
  const { steps, edges } = plan.scopes[scope] ?? { steps: [], edges: [] };
  return {
    scope,
    path,
    parent,
    round,
    steps: steps.map(() => null),
    edges: edges.map(() => 0),
    deaths: {},
    variables,
    ready: [],
    open: steps.length,
    stopping: null,
  };
}

/** Begins a scope instance inside a container; its first steps become ready. */
export function openScope(
  tick: Tick,
  key: string,
  scope: number,
  place: Pick<ScopeState, 'path' | 'parent' | 'round'>,
  variables: Readonly<Record<string, Json>> = {},
): ScopeDraft {
  const draft = addDraft(tick, key, freshScope(tick.plan, scope, place, variables));
  tick.live += 1;
  enter(tick, draft);
  wake(tick, draft);
  return draft;
}

/** Looks at the steps that nothing in the scope leads to. */
export function enter(tick: Tick, scope: ScopeDraft): void {
  for (const index of at(tick.plan.scopes, scope.scope).steps) {
    const step = at(tick.plan.steps, index);
    if (step.incoming.length === 0) lookAtJoin(tick, scope, step);
  }
}

/** Forgets a scope instance that has ended. */
export function dropScope(tick: Tick, scope: ScopeDraft): void {
  tick.drafts.delete(scope.key);
  if (Object.hasOwn(tick.before.scopes, scope.key)) tick.dropped.add(scope.key);
  tick.live -= 1;
}
