import { isWithin } from './instance-path.js';
import type { ExecutionState } from './state.js';

/** What keeps things from starting until somebody lifts it. */
type Pauses = Pick<ExecutionState, 'paused' | 'pausedWithParent'>;

/** Whether a pause at the path or around it keeps things from starting there. */
export function isPaused({ paused, pausedWithParent }: Pauses, path: string): boolean {
  return pausedWithParent || (paused.length > 0 && paused.some((around) => isWithin(path, around)));
}

export function isPausedAnywhere({ paused, pausedWithParent }: Pauses): boolean {
  return pausedWithParent || paused.length > 0;
}

export function isSamePause(one: Pauses, other: Pauses): boolean {
  return one.paused === other.paused && one.pausedWithParent === other.pausedWithParent;
}
