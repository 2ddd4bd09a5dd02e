export { advance } from './advance.js';
export type { CancelWorkCommand, Command, FinishCommand, RecordCommand, WorkCommand } from './command.js';
export type { ExecutionEvent, StartInput } from './event.js';
export { executionView } from './execution-view.js';
export type { ExecutionView, StepView } from './execution-view.js';
export type {
  ConditionRecord,
  ExecutionRecord,
  ExecutionStatusRecord,
  StepRecord,
  VariableRecord,
} from './record.js';
export type { Outcome, OutcomeError, Outcomes } from './simulation/outcomes.js';
export type { ZeroFacts } from './simulation/pretended-work.js';
export { simulate } from './simulation/simulate.js';
export type { SimulatedStep, SimulationResult } from './simulation/simulate.js';
export { start } from './start.js';
export type { ExecutionState } from './state.js';
export { isClosed } from './status.js';
export type { ExecutionStatus, StepError, StepStatus } from './status.js';
