import type { OpenApproval } from '#persistence';
import type { ApprovalModel } from './approval.model.js';
import { approvalOf } from './approval-of.js';

export function toApprovalModel(approval: OpenApproval): ApprovalModel {
  const { executionId, executionName, path, stepName, startedAt, dueAt } = approval;
  return {
    ...{ executionId, executionName, path, stepName, ...approvalOf(approval) },
    ...{ askedAt: startedAt, dueAt },
  };
}
