import { UnknownExecutionError } from '#persistence';

export interface DescribedFailure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
}

/** Why an attempt was told to stop. */
export type Stop = 'cancelled' | 'timeout' | 'shutdown';

/** A failure that says what it is: the steps' StepFailure, the providers' ProviderError. */
interface CodedError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | null;
}

const STOPS: Readonly<Record<Stop, DescribedFailure>> = {
  cancelled: {
    code: 'CANCELLED',
    message: 'The step was cancelled.',
    retryable: false,
    retryAfterMs: null,
  },
  timeout: {
    code: 'STEP_TIMEOUT',
    message: 'The step took longer than its timeout.',
    retryable: true,
    retryAfterMs: null,
  },
  shutdown: {
    code: 'WORKER_LOST',
    message: 'The worker was shut down before the step ended.',
    retryable: true,
    retryAfterMs: null,
  },
};

/**
 * Why the attempt was told to stop; null when it was not. Once the server has given up on an attempt,
 * it only says that it knows it no longer: then the clock tells a timeout from an execution that is gone.
 */
export function stopOf(signal: AbortSignal, elapsedMs: number, timeoutMs: number): Stop | null {
  if (!signal.aborted) return null;
  const reason = String(signal.reason);
  if (reason.includes('WORKER_SHUTDOWN')) return 'shutdown';
  if (reason.includes('TIMED_OUT') || elapsedMs >= timeoutMs) return 'timeout';
  return 'cancelled';
}

/** The longest message of a failure, in characters: Temporal keeps about 4 KiB of one between attempts. */
const MESSAGE_CHARACTERS = 1_000;

/** What an attempt that threw is called; a bug counts as retryable, since the next worker may not have it. */
export function describeFailure(error: unknown, stop: Stop | null): DescribedFailure {
  if (stop !== null) return STOPS[stop];
  if (isCoded(error)) {
    const { code, message, retryable, retryAfterMs = null } = error;
    return { code, message: bounded(message), retryable, retryAfterMs };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const retryable = !(error instanceof UnknownExecutionError);
  return { code: 'ENGINE_FAULT', message: bounded(message), retryable, retryAfterMs: null };
}

function bounded(message: string): string {
  if (message.length <= MESSAGE_CHARACTERS) return message;
  return `${message.slice(0, MESSAGE_CHARACTERS)}… (${message.length - MESSAGE_CHARACTERS} characters more)`;
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
