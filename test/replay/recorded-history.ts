import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the histories stand that every test run replays. */
export const HISTORIES = join('test', 'replay', 'histories');

export interface RecordedHistory {
  readonly events: readonly RecordedEvent[];
}

/** An event as Temporal writes it to JSON. */
export interface RecordedEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly [attributes: string]: unknown;
}

export function readHistory(name: string): RecordedHistory {
  return JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8')) as RecordedHistory;
}

/** The workflow reads its own id, so a replay has to have the same. */
export function workflowIdOf({ events }: RecordedHistory): string | undefined {
  const started = events[0]?.['workflowExecutionStartedEventAttributes'] as { readonly workflowId?: string };
  return started.workflowId;
}
