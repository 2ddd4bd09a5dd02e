import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { isWithin } from './instance-path.js';

/** Paths at which an execution is paused now, as the log tells it; empty for the whole. */
export function pausedPaths(log: readonly LoggedEventFragment[]): ReadonlySet<string> {
  let paused: readonly string[] = [];
  for (const { kind, path } of log) {
    const at = path ?? '';
    if (kind === 'control.pause') paused = [...paused.filter((other) => other !== at), at];
    else if (kind === 'control.resume') paused = paused.filter((other) => !isWithin(other, at));
    else if (kind === 'control.cancel') paused = [];
  }
  return new Set(paused);
}

/** Whether a pause at the path or around it keeps things from starting there. */
export function isPausedAt(paused: ReadonlySet<string>, path: string): boolean {
  return [...paused].some((at) => isWithin(path, at));
}
