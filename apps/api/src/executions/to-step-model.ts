import type { WorkflowStep } from '#persistence';
import { enumOf, StepStatus } from './execution.enums.js';
import type { ExecutionStepModel } from './execution-step.model.js';
import { toErrorModel } from './to-error-model.js';
import { approvalOf } from './approval-of.js';

export function toStepModel(step: WorkflowStep): ExecutionStepModel {
  const waits = step.status === 'waiting' || step.status === 'blocked';
  return {
    path: step.path,
    parentPath: step.parentPath,
    iteration: step.iteration,
    stepId: step.stepId,
    type: step.stepType,
    name: step.stepName,
    status: enumOf(StepStatus, step.status),
    attempt: step.attempt,
    reused: step.reused,
    reason: step.reason,
    waitsFor: waits ? step.reason : null,
    dueAt: step.dueAt,
    approval: step.stepType === 'approval' && step.configuration ? approvalOf(step) : null,
    configuration: step.configuration,
    output: step.outputData,
    error: toErrorModel(step.error, step.errorMessage),
    warnings: [...step.warnings],
    progress: step.progress && { ...step.progress },
    startedAt: step.startedAt,
    completedAt: step.completedAt,
    durationMs: step.durationMs,
  };
}
