import type { Actor } from '../control.js';
import { isWithin } from '../instance-path.js';
import { isScopePath, locate } from '../locate.js';
import { recordControl } from '../recording.js';
import type { Tick } from '../tick.js';

/** Nothing new starts at or inside the path; what runs there ends. */
export function pause(tick: Tick, path: string, actor: Actor | null): boolean {
  if (tick.paused.includes(path) || tick.cancelled || !isKnown(tick, path)) return false;
  tick.paused = [...tick.paused, path];
  recordControl(tick, { action: 'pause', path, actor });
  return true;
}

/** Lifts every pause at the path and inside it. A pause around it stays. */
export function resume(tick: Tick, path: string, actor: Actor | null): boolean {
  const left = tick.paused.filter((paused) => !isWithin(paused, path));
  if (left.length === tick.paused.length) return false;
  tick.paused = left;
  recordControl(tick, { action: 'resume', path, actor });
  return true;
}

function isKnown(tick: Tick, path: string): boolean {
  return path === '' || isScopePath(tick, path) || locate(tick, path) !== null;
}
