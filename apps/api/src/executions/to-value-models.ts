import type { CurrentVariable, WorkflowCondition } from '#persistence';
import type { ExecutionConditionModel } from './execution-condition.model.js';
import { ConditionResult, enumOf } from './execution.enums.js';
import type { ExecutionVariableModel } from './execution-variable.model.js';

export function toVariableModel(variable: CurrentVariable): ExecutionVariableModel {
  return { ...variable };
}

export function toConditionModel(decision: WorkflowCondition): ExecutionConditionModel {
  const { path, connectionId, expression, operands, result, createdAt } = decision;
  return { path, connectionId, expression, operands, result: enumOf(ConditionResult, result), at: createdAt };
}
