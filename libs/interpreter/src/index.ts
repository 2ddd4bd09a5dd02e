export { advance } from './advance.js';
export type { CancelWorkCommand, Command, FinishCommand, RecordCommand, WorkCommand } from './command.js';
export type { ExecutionEvent, StartInput } from './event.js';
export type {
  ConditionRecord,
  ExecutionRecord,
  ExecutionStatusRecord,
  StepRecord,
  VariableRecord,
} from './record.js';
export { start } from './start.js';
export type { ExecutionState } from './state.js';
export { isClosed } from './status.js';
export type { ExecutionStatus, StepError, StepStatus } from './status.js';
