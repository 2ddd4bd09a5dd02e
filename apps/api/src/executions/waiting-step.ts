import type { JsonObject } from '#definition';
import { durationMs } from '#definition/plan';
import type { WaitingApproval } from './execution-step.model.js';

/** A step as it waits, with its settings. */
interface WaitingStep {
  readonly configuration: JsonObject | null;
  readonly startedAt: Date | null;
}

/** A step began to wait when it started: for its duration, or until its timeout. */
export function dueAt({ configuration, startedAt }: WaitingStep): Date | null {
  const given = configuration?.['timeout'] ?? configuration?.['duration'];
  const waiting = typeof given === 'string' ? durationMs(given) : null;
  return waiting === null || startedAt === null ? null : new Date(startedAt.getTime() + waiting);
}

export function approvalOf({ configuration }: Pick<WaitingStep, 'configuration'>): WaitingApproval {
  const { message, assignees } = configuration ?? {};
  const named = Array.isArray(assignees) ? (assignees as readonly unknown[]) : [assignees];
  return {
    message: typeof message === 'string' ? message : null,
    assignees: named.filter((one): one is string => typeof one === 'string' && one !== ''),
  };
}
