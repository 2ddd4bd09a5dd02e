import type { PlanVariable } from '#definition/plan';
import { regionKey } from './instance-path.js';
import { locate } from './locate.js';
import { isRow } from './run-root.js';
import type { Tick } from './tick.js';
import { isLive, sightOf } from './tick.js';
import type { Home } from './variables.js';

/**
 * Where a variable lives that is named with the path of its scope instance: the root or a row for global ones, a loop for
 * those it carries, a round or a region for temporary ones. Null when it does not live there.
 */
export function homeAt(tick: Tick, path: string, { scope }: PlanVariable): Home | null {
  if (path === '') return { kind: 'scope', key: '', path };
  if (scope !== 'temporary' && isLive(tick, path) && isRow(tick, sightOf(tick, path))) {
    return { kind: 'scope', key: path, path };
  }
  if (scope === 'temporary') {
    const region = (['body', 'finally'] as const).find((one) => isLive(tick, regionKey(path, one)));
    return region === undefined ? null : { kind: 'scope', key: regionKey(path, region), path };
  }
  const found = scope === 'step' ? locate(tick, path) : null;
  return found?.state?.kind === 'looping'
    ? { kind: 'loop', key: found.scope.key, step: found.step.index, path }
    : null;
}
