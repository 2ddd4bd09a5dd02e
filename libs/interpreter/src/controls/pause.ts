import type { PauseEvent } from '../event.js';
import { isWithin } from '../instance-path.js';
import { isScopePath, locate } from '../locate.js';
import { recordControl } from '../recording.js';
import type { Tick } from '../tick.js';

/** Nothing new starts at or inside the path; what runs there ends. */
export function pause(tick: Tick, { path, actor = null, withParent = false }: PauseEvent): boolean {
  if (tick.cancelled) return false;
  if (withParent) return !tick.pausedWithParent && setWithParent(tick, true);
  if (tick.paused.includes(path) || !isKnown(tick, path)) return false;
  tick.paused = [...tick.paused, path];
  recordControl(tick, { action: 'pause', path, actor });
  return true;
}

/** Lifts every pause at the path and inside it. A pause around it stays. */
export function resume(tick: Tick, { path, actor = null, withParent = false }: PauseEvent): boolean {
  if (withParent) return tick.pausedWithParent && setWithParent(tick, false);
  const left = tick.paused.filter((paused) => !isWithin(paused, path));
  const isWhole = path === '' && tick.pausedWithParent;
  if (left.length === tick.paused.length && !isWhole) return false;
  tick.paused = left;
  if (isWhole) tick.pausedWithParent = false;
  recordControl(tick, { action: 'resume', path, actor });
  return true;
}

/** Beside the pauses of people, which last longer or shorter than the parent's. */
function setWithParent(tick: Tick, paused: boolean): boolean {
  tick.pausedWithParent = paused;
  const action = paused ? 'pause' : 'resume';
  recordControl(tick, { action, path: '', actor: null, detail: { withParent: true } });
  return true;
}

function isKnown(tick: Tick, path: string): boolean {
  return path === '' || isScopePath(tick, path) || locate(tick, path) !== null;
}
