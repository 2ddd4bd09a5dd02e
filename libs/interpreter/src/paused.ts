import { isWithin } from './instance-path.js';
import type { Tick } from './tick.js';

/** Whether a pause at the path or around it keeps things from starting there. */
export function isPaused(tick: Tick, path: string): boolean {
  return tick.paused.length > 0 && tick.paused.some((paused) => isWithin(path, paused));
}
