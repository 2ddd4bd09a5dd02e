export { CONTINUE_AS_NEW_EVENTS } from './argument.js';
export type {
  Carried,
  CarriedPlan,
  ExecutionArgument,
  ExecutionIdentity,
  ExecutionResult,
  ParentStep,
  Routing,
} from './argument.js';
export type {
  EngineActivities,
  LoadItemsRequest,
  PrepareChildRequest,
  PreparedChild,
  ReadOutcomeRequest,
  RecordRequest,
  WorkActivity,
  WorkRequest,
  WorkResult,
} from './activities.js';
export { childOutput } from './child-output.js';
export { toApplicationFailure } from './failure.js';
export type { AttemptFailure } from './failure.js';
export type { RequestSinks } from './replay/request-sinks.js';
export type { WorkAnswer } from './replay/work-answer.js';
export type { WorkAccount } from './work-account.js';
export {
  CANCELLER_SIGNAL,
  CHILD_ENDED_SIGNAL,
  ENGINE_VERSION,
  PAUSE_SIGNAL,
  RESUME_SIGNAL,
  SEARCH_ATTRIBUTES,
  SEARCH_KEYS,
  TASK_QUEUES,
  WORKFLOW_TYPE,
  temporalWorkflowId,
} from './names.js';
export type { CancellerSignal, ChildEndedSignal, PauseSignal, TaskQueue } from './names.js';
export { carryPlan, packPlan } from './plan/pack-plan.js';
export { RecentPlans } from './plan/recent-plans.js';
export { refusalOfUpdate } from './refusal.js';
export { registerSearchAttributes } from './search-attributes.js';
export { CARRIED_BY_VALUE_BYTES, CHILD_PLAN_BYTES, RESULT_BYTES, REUSE_BYTES, jsonBytes } from './sizes.js';
export { executionArgument, workflowStartOptions } from './start-options.js';
export type { ExecutionStartOptions } from './start-options.js';
