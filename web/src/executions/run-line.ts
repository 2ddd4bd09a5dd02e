import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';

type Step = LiveExecutionFragment['steps'][number];

/** One short line on how a step stands: its progress while it runs, its length when done, why it was skipped. */
export function runLineOf(
  step: Pick<Step, 'status' | 'attempt' | 'progress' | 'durationMs' | 'reason' | 'error'>,
): string {
  switch (step.status) {
    case 'RUNNING':
      return [progressOf(step.progress), step.attempt > 1 ? `attempt ${step.attempt}` : '']
        .filter(Boolean)
        .join(', ');
    case 'COMPLETED':
      return typeof step.durationMs === 'number' ? formatDuration(step.durationMs) : '';
    case 'FAILED':
      return step.error?.code ?? '';
    case 'PENDING':
      return '';
    case 'SKIPPED':
    case 'WAITING':
    case 'BLOCKED':
    case 'CANCELLED':
      return step.reason ?? '';
  }
}

/** `12 of 40 documents`; the message alone when the total is not known. */
export function progressOf(progress: Step['progress']): string {
  if (!progress) return '';
  const { done, total, message } = progress;
  if (total <= 0) return message;
  return message.includes(String(total)) ? message : `${done} of ${total} ${message}`.trim();
}
