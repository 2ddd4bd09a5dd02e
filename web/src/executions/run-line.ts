import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';

type Step = LiveExecutionFragment['steps'][number];

/** A few words on how a step stands, to fit under its name: how far it is, how long it took, how it failed. */
export function runLineOf(
  step: Pick<Step, 'status' | 'attempt' | 'progress' | 'durationMs' | 'error' | 'reused'>,
): string {
  const { progress } = step;
  switch (step.status) {
    case 'RUNNING':
      return [
        progress && progress.total > 0 ? `${progress.done} of ${progress.total}` : '',
        step.attempt > 1 ? `attempt ${step.attempt}` : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'COMPLETED':
      if (step.reused) return 'taken over';
      return typeof step.durationMs === 'number' ? formatDuration(step.durationMs) : '';
    case 'FAILED':
      return step.error?.code ?? '';
    case 'PENDING':
    case 'SKIPPED':
    case 'WAITING':
    case 'BLOCKED':
    case 'CANCELLED':
      return '';
  }
}

/** `12 of 40 documents`; the message alone when the total is not known. */
export function progressOf(progress: Step['progress']): string {
  if (!progress) return '';
  const { done, total, message } = progress;
  if (total <= 0) return message;
  return message.includes(String(total)) ? message : `${done} of ${total} ${message}`.trim();
}
