import { Clock } from './clock.js';
import { LOCAL_RESULT_BYTES, TASK_RECORD_BYTES } from '../sizes.js';

/**
 * Lets one local activity run at a time. Two at once may end in two activations when they run and in one when
 * they are replayed, and what their ends lead to would depend on it.
 */
export class LocalLane {
  readonly clock = new Clock();
  private busy = false;
  private readonly waiting: (() => void)[] = [];
  /** What was done in this workflow task, as a share of what one may do. */
  private share = 0;

  /** Null when it is free, and taken now; else a wait, after which it is. Costs no promise while nobody else is there. */
  enter(): Promise<void> | null {
    if (this.busy) return new Promise((resolve) => this.waiting.push(resolve));
    this.busy = true;
    return null;
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.busy = false;
    else next();
  }

  /** Counts what the workflow task has to carry: while local activities run, it goes on and grows. */
  carry(bytes: number): void {
    this.share += bytes / LOCAL_RESULT_BYTES;
  }

  /** Counts what the workflow task has others write: it stands nowhere, but making and writing it takes time. */
  write(bytes: number): void {
    this.share += bytes / TASK_RECORD_BYTES;
  }

  /** True once after much was carried or written: then the task has to end before the next local activity begins. */
  takeFull(): boolean {
    if (this.share <= 1) return false;
    this.share = 0;
    return true;
  }
}
