import { LOCAL_RESULT_BYTES } from '../sizes.js';

/**
 * Lets one local activity run at a time. Two at once may end in two activations when they run and in one when
 * they are replayed, and what their ends lead to would depend on it.
 */
export class LocalLane {
  private busy = false;
  private readonly waiting: (() => void)[] = [];
  private bytes = 0;

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
    this.bytes += bytes;
  }

  /** True once after much was carried: then the task has to end before the next local activity begins. */
  takeFull(): boolean {
    if (this.bytes <= LOCAL_RESULT_BYTES) return false;
    this.bytes = 0;
    return true;
  }
}
