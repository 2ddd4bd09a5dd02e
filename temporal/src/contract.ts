export { CONTINUE_AS_NEW_EVENTS } from './argument.js';
export type { Carried, ExecutionArgument, ExecutionIdentity, ExecutionResult, Routing } from './argument.js';
export type { EngineActivities, RecordRequest, WorkActivity, WorkRequest } from './activities.js';
export { toApplicationFailure } from './failure.js';
export type { AttemptFailure } from './failure.js';
export {
  ENGINE_VERSION,
  PAUSE_SIGNAL,
  RESUME_SIGNAL,
  SEARCH_ATTRIBUTES,
  SEARCH_KEYS,
  TASK_QUEUES,
  WORKFLOW_TYPE,
  temporalWorkflowId,
} from './names.js';
export type { PauseSignal, TaskQueue } from './names.js';
export { registerSearchAttributes } from './search-attributes.js';
export { CARRIED_BY_VALUE_BYTES, RESULT_BYTES, jsonBytes } from './sizes.js';
export { executionArgument, workflowStartOptions } from './start-options.js';
export type { ExecutionStartOptions } from './start-options.js';
