import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { isWithin } from './instance-path.js';

/** Paths at which an execution is paused now, as the log tells it; empty for the whole. */
export function pausedPaths(log: readonly LoggedEventFragment[]): ReadonlySet<string> {
  let paused: readonly string[] = [];
  let withParent = false;
  for (const { kind, path, data } of log) {
    const at = path ?? '';
    if (isWithParent(data)) withParent = kind === 'control.pause';
    else if (kind === 'control.pause') paused = [...paused.filter((other) => other !== at), at];
    else if (kind === 'control.resume') {
      paused = paused.filter((other) => !isWithin(other, at));
      withParent &&= at !== '';
    } else if (kind === 'control.cancel') {
      paused = [];
      withParent = false;
    }
  }
  return new Set(withParent ? ['', ...paused] : paused);
}

/** Of a sub-workflow: the execution around was paused or resumed, and this one with it. */
function isWithParent(data: unknown): boolean {
  return (
    (data as { readonly detail?: { readonly withParent?: unknown } } | null)?.detail?.withParent === true
  );
}

/** Whether a pause at the path or around it keeps things from starting there. */
export function isPausedAt(paused: ReadonlySet<string>, path: string): boolean {
  return [...paused].some((at) => isWithin(path, at));
}
