import type { JsonObject } from '#definition';
import type { WaitingApproval } from './execution-step.model.js';

/** Whom an approval asks, and what. */
export function approvalOf({
  configuration,
}: {
  readonly configuration: JsonObject | null;
}): WaitingApproval {
  const { message, assignees } = configuration ?? {};
  const named = Array.isArray(assignees) ? (assignees as readonly unknown[]) : [assignees];
  return {
    message: typeof message === 'string' ? message : null,
    assignees: named.filter((one): one is string => typeof one === 'string' && one !== ''),
  };
}
