export type { Json, JsonObject } from '../json.js';
export type { IncomingReferences, Reference, StepOutput } from '../step-output.js';
export type {
  Evaluation,
  Plan,
  PlanBody,
  PlanEdge,
  PlanExpression,
  PlanInput,
  PlanItemErrors,
  PlanJoin,
  PlanPort,
  PlanRetry,
  PlanScope,
  PlanStep,
  PlanTemplate,
  PlanVariable,
  Read,
  ReadValue,
  StepClass,
  TemplateSlot,
} from './plan.js';
export { canonicalJson, sha256Hex } from './canonical-json.js';
export { durationMs } from './durations.js';
export { evaluateExpression } from './evaluate-expression.js';
export { renderTemplate } from './render-template.js';
export type { Rendered } from './render-template.js';
