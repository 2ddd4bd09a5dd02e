import type { PortDefinition, StepDefinition } from '../workflow-definition.js';
import { chunking } from './chunking/chunking.js';
import { condition } from './condition/condition.js';
import { documentIngestion } from './document-ingestion/document-ingestion.js';
import { embedding } from './embedding/embedding.js';
import { merge } from './merge/merge.js';
import { parallel } from './parallel/parallel.js';
import { search } from './search/search.js';
import type { StepType } from './step-type.js';
import { ERROR } from './step-type.js';
import { synthesis } from './synthesis/synthesis.js';
import { transform } from './transform/transform.js';
import { validation } from './validation/validation.js';

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
];

const BY_TYPE: ReadonlyMap<string, StepType> = new Map(stepCatalogue.map((type) => [type.type, type]));

export function findStepType(type: string): StepType | null {
  return BY_TYPE.get(type) ?? null;
}

/** Every way out of a step, the error port last. */
export function outputPorts(step: StepDefinition): readonly PortDefinition[] {
  const type = findStepType(step.type);
  if (type === null) return step.outputs ?? [];
  return type.canFail ? [...type.outputs(step), ERROR] : type.outputs(step);
}

/** Every way in: those of the type, and any that the step names itself. */
export function inputPorts(step: StepDefinition): readonly PortDefinition[] {
  const type = findStepType(step.type);
  const own = (step.inputs ?? []).filter(({ name }) => !type?.inputs.some((port) => port.name === name));
  return [...(type?.inputs ?? []), ...own];
}
