import type { Starting } from './starting.js';
import { give } from './starting.js';

/** Fires every output port. */
export function runParallel(starting: Starting): void {
  give(starting, {});
}
