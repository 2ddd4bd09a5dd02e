import type { PortDefinition, StepDefinition } from '../workflow-definition.js';
import { approval } from './approval/approval.js';
import { chunking } from './chunking/chunking.js';
import { condition } from './condition/condition.js';
import { delay } from './delay/delay.js';
import { documentIngestion } from './document-ingestion/document-ingestion.js';
import { embedding } from './embedding/embedding.js';
import { httpRequest } from './http-request/http-request.js';
import { loop } from './loop/loop.js';
import { merge } from './merge/merge.js';
import { parallel } from './parallel/parallel.js';
import { search } from './search/search.js';
import type { StepType } from './step-type.js';
import { ERROR, FAILED } from './step-type.js';
import { subWorkflow } from './sub-workflow/sub-workflow.js';
import { synthesis } from './synthesis/synthesis.js';
import { transform } from './transform/transform.js';
import { tryStep } from './try/try.js';
import { validation } from './validation/validation.js';
import { waitForEvent } from './wait-for-event/wait-for-event.js';

/** Every step type, in the order of the palette. */
export const stepCatalogue: readonly StepType[] = [
  documentIngestion,
  chunking,
  embedding,
  search,
  synthesis,
  validation,
  condition,
  parallel,
  merge,
  transform,
  loop,
  tryStep,
  delay,
  approval,
  waitForEvent,
  httpRequest,
  subWorkflow,
];

const BY_TYPE: ReadonlyMap<string, StepType> = new Map(stepCatalogue.map((type) => [type.type, type]));

export function findStepType(type: string): StepType | null {
  return BY_TYPE.get(type) ?? null;
}

/** Every way out of a step, the error port last. */
export function outputPorts(step: StepDefinition): readonly PortDefinition[] {
  const type = findStepType(step.type);
  if (type === null) return step.outputs ?? [];
  if (!type.canFail) return type.outputs(step);
  return [...type.outputs(step), type.regions ? FAILED : ERROR];
}

/** Every way in: those of the type, and any that the step names itself. */
export function inputPorts(step: StepDefinition): readonly PortDefinition[] {
  const type = findStepType(step.type);
  const own = (step.inputs ?? []).filter(({ name }) => !type?.inputs.some((port) => port.name === name));
  return [...(type?.inputs ?? []), ...own];
}
