import { recordStatus } from './recording.js';
import { stopScope } from './stop-scope.js';
import type { Tick } from './tick.js';
import { draftOf } from './tick.js';

/** Cancels the execution: what runs is told to stop, the rest never starts. An execution already stopping goes on with that. */
export function cancel(tick: Tick): boolean {
  const root = draftOf(tick, '');
  if (root.stopping !== null) return false;
  recordStatus(tick, 'cancelling');
  stopScope(tick, root, { kind: 'cancelled' }, 'Cancelled because the execution was cancelled.');
  return true;
}
