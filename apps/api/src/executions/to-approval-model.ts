import type { OpenApproval } from '#persistence';
import type { ApprovalModel } from './approval.model.js';
import { approvalOf, dueAt } from './waiting-step.js';

export function toApprovalModel(approval: OpenApproval): ApprovalModel {
  const { executionId, executionName, path, stepName, startedAt } = approval;
  return {
    ...{ executionId, executionName, path, stepName, ...approvalOf(approval) },
    ...{ askedAt: startedAt, dueAt: dueAt(approval) },
  };
}
