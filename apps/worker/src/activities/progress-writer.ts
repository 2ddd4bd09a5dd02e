/** Shortest time between two writes of one step's progress. Milliseconds. */
const INTERVAL_MS = 500;

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

/** Writes how far a step is, the latest only, one write at a time; a write that fails is of no matter. */
export class ProgressWriter {
  private latest: Progress | null = null;
  private writing: Promise<void> | null = null;
  private closed = false;
  private nextAt = 0;

  constructor(
    private readonly write: (progress: Progress) => Promise<void>,
    private readonly now: () => number = Date.now,
  ) {}

  report(progress: Progress): void {
    this.latest = progress;
    if (this.writing === null && this.now() >= this.nextAt && !this.closed) this.writing = this.flush();
  }

  /** Waits for the write that runs, so that none comes after the step's end. */
  async close(): Promise<void> {
    this.closed = true;
    await this.writing;
  }

  private async flush(): Promise<void> {
    const progress = this.latest;
    this.nextAt = this.now() + INTERVAL_MS;
    try {
      if (progress !== null) await this.write(progress);
    } catch {
      // The next report says more than this one did.
    }
    this.writing = null;
  }
}
