export { advance } from './advance.js';
export { attemptNumbers } from './attempt-numbers.js';
export type {
  CancelChildCommand,
  PauseChildCommand,
  CancelTimerCommand,
  CancelWorkCommand,
  Command,
  FinishCommand,
  LoadItemsCommand,
  RecordCommand,
  StartChildCommand,
  StartTimerCommand,
  StoreResultsCommand,
  WorkCommand,
  YieldCommand,
} from './command.js';
export { CONTROLS, REFUSAL_CODES } from './control.js';
export type { Actor, Control, Refusal, RefusalCode } from './control.js';
export type { ChildOutcome, ExecutionEvent, Happening, Reuse, StartInput } from './event.js';
export { executionView } from './execution-view.js';
export type { ExecutionView, StepView } from './execution-view.js';
export type {
  ConditionRecord,
  ControlRecord,
  ExecutionRecord,
  ExecutionStatusRecord,
  StepRecord,
  AttemptRecord,
  VariableRecord,
} from './record.js';
export { workKey } from './reuse/work-key.js';
export type { WorkIdentity } from './reuse/work-key.js';
export { isWithin } from './instance-path.js';
export { refusalOf } from './refusal.js';
export type { Outcome, OutcomeError, Outcomes } from './simulation/outcomes.js';
export type { ZeroFacts } from './simulation/pretended-work.js';
export { simulate } from './simulation/simulate.js';
export type { SimulatedStep, SimulationResult } from './simulation/simulate.js';
export type { Surroundings } from './simulation/surroundings.js';
export { start } from './start.js';
export type { ExecutionState } from './state.js';
export { isClosed } from './status.js';
export type { ExecutionStatus, StepError, StepStatus } from './status.js';
