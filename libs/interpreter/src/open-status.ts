import type { ExecutionStatus } from './status.js';
import type { Tick } from './tick.js';

/** How an execution stands that has not ended: what it does, else what it waits for. */
export function openStatus(tick: Tick): ExecutionStatus {
  if (tick.undoing[''] !== undefined) return 'compensating';
  if (tick.cancelled) return 'cancelling';
  if (tick.pausedWithParent || tick.paused.includes('')) return 'paused';
  // Nobody is to see that an execution is about to continue as new.
  if (tick.held && tick.status !== 'pending') return tick.status;
  if (tick.inFlight + tick.children > 0 || tick.yielded) return 'running';
  if (tick.blocked > 0) return 'blocked';
  if (tick.waiting > 0) return 'waiting';
  return tick.paused.length > 0 ? 'paused' : 'running';
}
