import { isWithin, splitPath } from './instance-path.js';
import { at } from './plan-index.js';
import { recordStatus } from './recording.js';
import type { Tick } from './tick.js';
import { draftOf } from './tick.js';

/** Nothing new starts at or inside the path; what runs there ends. */
export function pause(tick: Tick, path: string): boolean {
  if (tick.paused.includes(path) || !isKnown(tick, path)) return false;
  tick.paused = [...tick.paused, path];
  if (path === '' && tick.status === 'running') recordStatus(tick, 'paused');
  return true;
}

/** Lifts every pause at the path and inside it. A pause around it stays. */
export function resume(tick: Tick, path: string): boolean {
  const left = tick.paused.filter((paused) => !isWithin(paused, path));
  if (left.length === tick.paused.length) return false;
  tick.paused = left;
  if (tick.status === 'paused' && !left.includes('')) recordStatus(tick, 'running');
  return true;
}

function isKnown(tick: Tick, path: string): boolean {
  if (path === '') return true;
  const { scopePath, stepId } = splitPath(path);
  if (!Object.hasOwn(tick.before.scopes, scopePath)) return false;
  return at(tick.index.byId, draftOf(tick, scopePath).scope).has(stepId);
}
