import type { Graph } from '../graph/graph.js';
import { listed } from '../expressions/listed.js';
import { nearestName } from '../expressions/nearest-name.js';
import { findStepType, inputPorts, outputPorts, stepCatalogue } from '../steps/catalogue.js';
import { checkSettings, settingNames } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import { checkFailureSettings } from './check-failure-settings.js';
import type { ProblemSink } from './problem-sink.js';

/** Each step by itself: id, type, settings, ports, what it says about failure, variables it sets. */
export function checkSteps(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const seen = new Set<string>();
  definition.steps.forEach((step, index) => {
    if (step.id !== '' && seen.has(step.id)) {
      const message = `Another step already has the id "${step.id}".`;
      sink.step(index, step, { code: 'STEP_ID_DUPLICATE', message, at: ['id'] });
    }
    seen.add(step.id);
    const type = findStepType(step.type);
    if (type !== null) checkOfType(type, step, index, sink);
    else if (step.type !== '')
      sink.step(index, step, { code: 'STEP_TYPE_UNKNOWN', message: unknownType(step.type), at: ['type'] });
    checkFailureSettings(step, index, graph, sink);
    checkAssignments(definition, step, index, sink);
  });
}

function unknownType(type: string): string {
  const near = nearestName(
    type,
    stepCatalogue.map((known) => known.type),
  );
  return near === null
    ? `There is no type of step called "${type}". Known are: ${stepCatalogue.map((known) => known.type).join(', ')}.`
    : `There is no type of step called "${type}". Did you mean "${near}"?`;
}

function checkOfType(type: StepType, step: StepDefinition, index: number, sink: ProblemSink): void {
  const checked = checkSettings(type, step.configuration);
  for (const { path, message } of checked.unused) {
    const at = ['configuration', ...path];
    const sentence = `${path.join('.')}: ${message}`;
    sink.step(index, step, { code: 'STEP_SETTING_UNUSED', severity: 'hint', message: sentence, at });
  }
  for (const { path, message, unknown } of checked.problems) {
    const near = unknown ? nearestName(String(path.at(-1)), [...settingNames(type)]) : null;
    const sentence = unknown
      ? `${message}${near === null ? '' : `; did you mean "${near}"?`}`
      : `${path.join('.') || 'The configuration'}: ${message}`;
    const code = unknown ? 'STEP_SETTING_UNKNOWN' : 'STEP_SETTING_INVALID';
    sink.step(index, step, { code, message: sentence, at: ['configuration', ...path] });
  }
  checkPorts(type, step, index, sink);
  const cases = step.configuration['cases'];
  if (type.type === 'condition' && (!Array.isArray(cases) || cases.length === 0)) {
    const message = 'Add a case: without one, only the port "else" is ever taken.';
    sink.step(index, step, {
      code: 'CONDITION_WITHOUT_CASE',
      severity: 'warning',
      message,
      at: ['configuration', 'cases'],
    });
  }
}

function checkPorts(type: StepType, step: StepDefinition, index: number, sink: ProblemSink): void {
  const offered = new Set(outputPorts(step).map(({ name }) => name));
  for (const { name } of step.outputs ?? []) {
    if (offered.has(name)) continue;
    const message = `A ${type.type} step has no port "${name}"; it has ${listed(offered)}.`;
    sink.step(index, step, { code: 'STEP_PORT_UNKNOWN', message, at: ['outputs'] });
  }
  for (const [field, ports] of [
    ['outputs', outputPorts(step)],
    ['inputs', inputPorts(step)],
  ] as const) {
    const names = new Set<string>();
    const twice = ports.find(({ name }) => names.size === names.add(name).size);
    if (twice === undefined) continue;
    const message = `Two ports are called "${twice.name}".`;
    sink.step(index, step, {
      code: 'STEP_PORT_DUPLICATE',
      message,
      at: [step.type === 'condition' && field === 'outputs' ? 'configuration' : field],
    });
  }
}

function checkAssignments(
  { variables }: WorkflowDefinition,
  step: StepDefinition,
  index: number,
  sink: ProblemSink,
): void {
  for (const variable of Object.keys(step.assign ?? {})) {
    if (Object.hasOwn(variables, variable)) continue;
    const message = `There is no variable "${variable}"; declare it under variables.`;
    sink.step(index, step, { code: 'VARIABLE_UNKNOWN', message, at: ['assign', variable] });
  }
}
