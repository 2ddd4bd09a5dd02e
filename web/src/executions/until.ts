import { formatDateTime } from '../ui/format.js';

interface Waiting {
  readonly status: string;
  readonly dueAt?: string | null;
}

/** Why a step waits or is blocked, with the time at which it goes on by itself, unless the sentence has it already. */
export function withDue(sentence: string, { status, dueAt }: Waiting): string {
  if ((status !== 'WAITING' && status !== 'BLOCKED') || !dueAt) return sentence;
  const time = formatDateTime(dueAt);
  if (sentence.includes(time)) return sentence;
  return sentence === '' ? `Until ${time}.` : `${sentence.replace(/\.$/, '')}, until ${time}.`;
}
