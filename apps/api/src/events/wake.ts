/**
 * A bell for one follower. However often it rings while nobody waits, the next wait ends at once and
 * only once: the follower looks at the table and finds all that is new.
 */
export class Wake {
  private rung = false;
  private closed = false;
  private resolve: (() => void) | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly onClose: () => void) {}

  get isClosed(): boolean {
    return this.closed;
  }

  ring(): void {
    this.rung = true;
    this.resolve?.();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.onClose();
    this.resolve?.();
  }

  /** Until it rings, is closed, or the time is up. */
  async wait(maximumMs: number): Promise<void> {
    if (!this.rung && !this.closed) {
      await new Promise<void>((resolve) => {
        this.resolve = resolve;
        this.timer = setTimeout(resolve, maximumMs);
      });
      clearTimeout(this.timer);
      this.resolve = null;
    }
    this.rung = false;
  }
}
