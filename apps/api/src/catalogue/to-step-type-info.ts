import type { PortDefinition, StepDefinition, StepType } from '#definition';
import { configurationSchema, outputPorts } from '#definition';
import { StepClass } from './step-type-info.model.js';
import type { PortInfo, StepTypeInfo } from './step-type-info.model.js';

const CLASSES = { work: StepClass.WORK, pure: StepClass.PURE, control: StepClass.CONTROL } as const;

/** What the palette shows of a type: its ports and facts as they are for a step without settings. */
export function toStepTypeInfo(type: StepType): StepTypeInfo {
  const bare: StepDefinition = { id: type.type, type: type.type, configuration: {} };
  return {
    type: type.type,
    title: type.title,
    summary: type.summary,
    category: type.category,
    class: CLASSES[type.class({})],
    inputs: type.inputs.map(toPortInfo),
    outputs: outputPorts(bare).map(toPortInfo),
    facts: type
      .facts(bare)
      .map(({ name, type: valueType, description }) => ({ name, type: valueType, description })),
    references: type.gives.map(({ name, kind, description }) => ({ name, type: kind, description })),
    configurationSchema: configurationSchema(type),
    documentation: type.documentation,
  };
}

function toPortInfo(port: PortDefinition): PortInfo {
  return { name: port.name, type: port.type ?? 'flow', description: port.description ?? null };
}
