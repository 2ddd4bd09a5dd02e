import type { Actor } from '../control.js';
import { isPausedAnywhere } from '../paused.js';
import { recordControl, recordStatus } from '../recording.js';
import { stopScope } from '../stop-scope.js';
import type { Tick } from '../tick.js';
import { draftOf } from '../tick.js';

/**
 * Cancels the execution: what runs is told to stop, the rest never starts. Pauses are lifted, so that what has
 * to be wound up can be. An execution already stopping goes on with that.
 */
export function cancel(tick: Tick, actor: Actor | null): boolean {
  const root = draftOf(tick, '');
  if (root.stopping !== null && !isPausedAnywhere(tick)) return false;
  recordControl(tick, { action: 'cancel', path: '', actor });
  tick.paused = [];
  tick.pausedWithParent &&= false;
  if (root.stopping !== null) return true;
  tick.cancelled = true;
  recordStatus(tick, 'cancelling');
  stopScope(tick, root, { kind: 'cancelled' }, 'Cancelled because the execution was cancelled.');
  return true;
}
