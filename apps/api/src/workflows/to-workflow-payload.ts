import { toProblemModel } from '../problems/to-problem-model.js';
import { toWorkflowModel } from './to-workflow-model.js';
import type { WorkflowPayload } from './workflow.payload.js';
import type { WorkflowOutcome } from './workflows.service.js';

export function toWorkflowPayload({ workflow, problems }: WorkflowOutcome): WorkflowPayload {
  return { workflow: workflow && toWorkflowModel(workflow), problems: problems.map(toProblemModel) };
}
