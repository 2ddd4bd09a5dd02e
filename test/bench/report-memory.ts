/** Megabytes that a process takes: all of it, and the objects of its main thread. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/** Lets the bench ask a worker process how much memory it takes. */
export function reportMemory(): void {
  process.on('message', () => {
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss: megabytes(rss), heap: megabytes(heapUsed) } satisfies Memory);
  });
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
