import type { StepError } from '#interpreter';
import type { ExecutionErrorModel } from './execution-error.model.js';

export function toErrorModel(error: StepError | null, message: string | null): ExecutionErrorModel | null {
  if (error) {
    return {
      code: error.code,
      message: error.message,
      stepId: error.stepId ?? null,
      path: error.path ?? null,
      attempt: error.attempt ?? null,
    };
  }
  return message === null ? null : { code: 'ENGINE_FAULT', message, stepId: null, path: null, attempt: null };
}
