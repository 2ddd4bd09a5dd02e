import { ApplicationFailure, CancelledFailure } from '@temporalio/activity';

export interface DescribedFailure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
}

/** A failure that says what it is: the steps' StepFailure, the providers' ProviderError. */
interface CodedError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  /** Milliseconds a provider asked for. */
  readonly retryAfter?: number | null;
}

/** Why Temporal stopped an attempt, when it was not the user: the worker goes away or was too slow. */
const STOPPED_BY_WORKER = /WORKER_SHUTDOWN/;

/** What an attempt that threw is called; a bug counts as retryable, since the next worker may not have it. */
export function describeFailure(error: unknown, signal: AbortSignal): DescribedFailure {
  if (signal.aborted && STOPPED_BY_WORKER.test(String(signal.reason))) {
    const message = 'The worker was shut down before the step ended.';
    return { code: 'WORKER_LOST', message, retryable: true, retryAfterMs: null };
  }
  if (signal.aborted && isStop(error)) {
    return { code: 'CANCELLED', message: 'The step was cancelled.', retryable: false, retryAfterMs: null };
  }
  if (isCoded(error)) {
    const { code, message, retryable, retryAfter } = error;
    return { code, message, retryable, retryAfterMs: retryAfter ?? null };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'ENGINE_FAULT',
    message,
    retryable: !(error instanceof ApplicationFailure),
    retryAfterMs: null,
  };
}

function isStop(error: unknown): boolean {
  return error instanceof CancelledFailure || (error instanceof Error && error.name === 'AbortError');
}

function isCoded(error: unknown): error is CodedError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'retryable' in error &&
    typeof error.retryable === 'boolean'
  );
}
