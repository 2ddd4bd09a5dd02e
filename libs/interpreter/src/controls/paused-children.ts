import { stepPath } from '../instance-path.js';
import { isPaused, isSamePause } from '../paused.js';
import { stepAt } from '../plan-index.js';
import type { Tick } from '../tick.js';
import { isLive, sightOf, stateOf } from '../tick.js';

/** Tells sub-workflows that run where a pause has begun or ended. One that is being cancelled lifts its pauses itself. */
export function tellChildren(tick: Tick): void {
  const { before } = tick;
  if (before.children === 0 || isSamePause(before, tick)) return;
  for (const [key, { scope, path, steps }] of Object.entries(before.scopes)) {
    if (!isLive(tick, key)) continue;
    steps.forEach((state, position) => {
      if (state?.kind !== 'child') return;
      const step = stepAt(tick.plan, scope, position);
      const childPath = stepPath(path, step.id);
      const paused = isPaused(tick, childPath);
      const now = stateOf(tick, sightOf(tick, key), step.index);
      if (paused === isPaused(before, childPath) || now?.kind !== 'child' || now.cancelling) return;
      const kind = paused ? 'pause-child' : 'resume-child';
      tick.commands.push({ kind, path: childPath, attempt: now.attempt });
    });
  }
}
