/** What an execution can be (the words of the API, there in upper case). */
export type ExecutionStatus =
  | 'pending'
  | 'running'
  | 'paused'
  | 'waiting'
  | 'blocked'
  | 'cancelling'
  | 'compensating'
  | 'completed'
  | 'failed'
  | 'cancelled';

/** What a step instance can be. */
export type StepStatus =
  'pending' | 'running' | 'waiting' | 'blocked' | 'completed' | 'failed' | 'skipped' | 'cancelled';

/** Why an execution or a step failed; `code` is from the closed list or a provider's own. */
export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly stepId: string | null;
  readonly path: string | null;
  readonly attempt: number | null;
  readonly retryable: boolean;
}

/** True for an execution that has ended for good. */
export function isClosed(status: ExecutionStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
