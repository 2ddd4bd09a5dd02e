export type { Json, JsonObject } from './json.js';
export type { IncomingReferences, Reference, StepOutput } from './step-output.js';
export type { Problem } from './problem.js';
export type {
  ConnectionDefinition,
  InputDeclaration,
  InputType,
  Join,
  OnError,
  PortDefinition,
  Position,
  RetryPolicy,
  StepDefinition,
  VariableDeclaration,
  WorkflowDefinition,
} from './workflow-definition.js';
