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
export { canonicalText, definitionHash } from './canonical/canonical-text.js';
export { formatDefinition } from './canonical/format-definition.js';
export { checkDefinition } from './check-definition.js';
export type { Check } from './check-definition.js';
export { ROWS_INPUT, ROWS_STEP, bulkPlan } from './compile/bulk-plan.js';
export type { BulkSettings } from './compile/bulk-plan.js';
export { compilePlan } from './compile/compile-plan.js';
export type { Compilation } from './compile/compile-plan.js';
export { checkInputs } from './inputs/check-inputs.js';
export type { CheckedInputs } from './inputs/check-inputs.js';
export { unusableValue } from './inputs/unusable-value.js';
export { LIMITS } from './limits.js';
export { FAILURE_CODES } from './failure-codes.js';
export type { FailureCode } from './failure-codes.js';
export { PROBLEM_CODES } from './problem-codes.js';
export type { ProblemCode } from './problem-codes.js';
export { readDefinition } from './read/read-definition.js';
export { jsonPointer } from './json-pointer.js';
export type { ReadResult } from './read/read-definition.js';
export { inputOfRow, readTable } from './rows/read-table.js';
export type { Table, TableFormat, TableRow, UnreadableTable } from './rows/read-table.js';
export { findStepType, inputPorts, outputPorts, stepCatalogue } from './steps/catalogue.js';
export { checkSettings, configurationSchema } from './steps/step-settings.js';
export { asksForContent } from './steps/validation/content-settings.js';
export type { Fact, ReferenceFact, ReferenceKind, StepCategory, StepType } from './steps/step-type.js';
export { parseDefinition } from './text/parse-definition.js';
export { parseText } from './text/parse-text.js';
export type { ParsedText } from './text/parse-text.js';
export { upgradeDefinition } from './upgrade/upgrade-definition.js';
export { validateDefinition } from './validate/validate-definition.js';
export { applyEdit } from './edits/apply-edit.js';
export { canConnect } from './edits/can-connect.js';
export type { CanConnect } from './edits/can-connect.js';
export type { ConnectionEdit, DocumentEdit, Edit, StepEdit, StepFields } from './edits/edit.js';
export { definitionJsonSchema } from './reference/definition-json-schema.js';
export { stepReference } from './reference/step-reference.js';
