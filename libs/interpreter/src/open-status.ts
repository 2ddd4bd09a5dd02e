import type { ExecutionStatus } from './status.js';
import type { Tick } from './tick.js';
import { liveKeys } from './tick.js';

/** How an execution stands that has not ended: what it does, else what it waits for. */
export function openStatus(tick: Tick): ExecutionStatus {
  if (tick.undoing[''] !== undefined) return 'compensating';
  if (tick.cancelled) return 'cancelling';
  if (tick.paused.includes('')) return 'paused';
  if (tick.inFlight + tick.children > 0 || tick.yielded || tick.held) return 'running';
  if (tick.blocked > 0) return 'blocked';
  if (tick.waiting > 0) return 'waiting';
  return tick.paused.length > 0 && liveKeys(tick).length > 0 ? 'paused' : 'running';
}
