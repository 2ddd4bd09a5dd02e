export type { CancelWorkCommand, Command, FinishCommand, RecordCommand, WorkCommand } from './command.js';
export type { ExecutionEvent, StartInput } from './event.js';
export type {
  ConditionRecord,
  ExecutionRecord,
  ExecutionStatusRecord,
  StepRecord,
  VariableRecord,
} from './record.js';
export type { ExecutionStatus, StepError, StepStatus } from './status.js';
export type { ExecutionState } from './state.js';
