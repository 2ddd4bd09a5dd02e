import { Worker } from 'node:worker_threads';
import { workerEntry } from './worker-entry.js';
import type { WorkerAnswer } from './worker-answer.js';

/** What one isolated task may use. */
export interface IsolationLimits {
  readonly timeoutMs: number;
  /** Of the worker's heap; array buffers lie outside it and are bounded by `maximumGrowthMb`. */
  readonly heapMb: number;
  /** How far the whole process may grow while the task runs before the task is stopped. */
  readonly maximumGrowthMb: number;
}

/** Why a task ended without an answer of its own. */
export type IsolationFault = 'timeout' | 'out-of-memory' | 'crashed';

export class IsolationError extends Error {
  override readonly name = 'IsolationError';

  constructor(
    readonly fault: IsolationFault,
    message: string,
  ) {
    super(message);
  }
}

const MEMORY_CHECK_MS = 200;
const BYTES_PER_MB = 1024 * 1024;

/**
 * Runs one task in a worker thread of its own that sees no environment, and stops it for good when it takes
 * too long, takes too much memory, or is not wanted any more. The calling thread never does the work.
 *
 * Throws `IsolationError`, or the signal's reason when aborted.
 */
export function runIsolated<Answer>(
  entry: URL,
  task: unknown,
  limits: IsolationLimits,
  signal?: AbortSignal,
): Promise<WorkerAnswer<Answer>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const { url, execArgv } = workerEntry(entry);
    const worker = new Worker(url, {
      workerData: task,
      execArgv: [...execArgv],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    const rssAtStart = process.memoryUsage.rss();

    const end = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(memory);
      signal?.removeEventListener('abort', abort);
      worker.removeAllListeners();
      // A last error may still come out of a worker that is being stopped.
      worker.on('error', () => undefined);
      void worker.terminate();
      settle();
    };
    const fail = (fault: IsolationFault, message: string): void =>
      end(() => reject(new IsolationError(fault, message)));
    const abort = (): void => end(() => reject(signal?.reason as Error));

    const timer = setTimeout(
      () => fail('timeout', `It took longer than ${limits.timeoutMs / 1000} s.`),
      limits.timeoutMs,
    );
    const memory = setInterval(() => {
      const grownMb = (process.memoryUsage.rss() - rssAtStart) / BYTES_PER_MB;
      if (grownMb > limits.maximumGrowthMb) fail('out-of-memory', 'It needed too much memory.');
    }, MEMORY_CHECK_MS);
    signal?.addEventListener('abort', abort, { once: true });

    worker.once('message', (answer: WorkerAnswer<Answer>) => end(() => resolve(answer)));
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') fail('out-of-memory', 'It needed too much memory.');
      else fail('crashed', error.message);
    });
    worker.once('exit', (code) => fail('crashed', `The worker ended with code ${code}.`));
  });
}
