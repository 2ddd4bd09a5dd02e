import { CancelledFailure } from '@temporalio/activity';

/** How long a step may take to stop after it was told to; then it is left behind. Milliseconds. */
export const STOP_GRACE_MS = 10_000;

/** The step's result, or CancelledFailure when it has not stopped in time after the abort. */
export async function untilStopped<T>(
  work: Promise<T>,
  signal: AbortSignal,
  graceMs: number = STOP_GRACE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => undefined;
  const leftBehind = new Promise<never>((_, reject) => {
    onAbort = () => {
      timer = setTimeout(() => reject(new CancelledFailure('The step did not stop in time')), graceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, leftBehind]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
