import { durationMs } from '../compile/durations.js';
import { listed } from '../expressions/listed.js';
import { nearestName } from '../expressions/nearest-name.js';
import { findStepType, inputPorts, outputPorts, stepCatalogue } from '../steps/catalogue.js';
import { checkSettings, settingNames } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Each step by itself: id, type, settings, ports, durations, variables it sets. */
export function checkSteps(definition: WorkflowDefinition, sink: ProblemSink): void {
  const seen = new Set<string>();
  const ids = new Set(definition.steps.map(({ id }) => id));
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
    checkParent(step, index, sink);
    checkDurations(step, index, sink);
    checkReferences(definition, ids, step, index, sink);
    if (step.defaultOutput !== undefined && step.onError !== 'continue') {
      const message = 'The default output is used only with onError "continue".';
      sink.step(index, step, {
        code: 'DEFAULT_OUTPUT_UNUSED',
        severity: 'hint',
        message,
        at: ['defaultOutput'],
      });
    }
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
  for (const { path, message, unknown } of checkSettings(type, step.configuration).problems) {
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

function checkParent(step: StepDefinition, index: number, sink: ProblemSink): void {
  if (step.parent === undefined || step.parent === null) return;
  const message = `"${step.parent}" is no step that other steps can stand in.`;
  sink.step(index, step, { code: 'STEP_PARENT_INVALID', message, at: ['parent'] });
}

function checkDurations(step: StepDefinition, index: number, sink: ProblemSink): void {
  const durations = [
    [['timeout'], step.timeout],
    [['blockDeadline'], step.blockDeadline],
    [['retry', 'initialInterval'], step.retry?.initialInterval],
    [['retry', 'maximumInterval'], step.retry?.maximumInterval],
  ] as const;
  for (const [at, text] of durations) {
    if (text === undefined || durationMs(text) !== null) continue;
    const message = `"${text.slice(0, 40)}" is no duration; write for example 500ms, 30s, 5m, 2h or 7d (30 days at most).`;
    sink.step(index, step, { code: 'FIELD_VALUE', message, at });
  }
}

function checkReferences(
  definition: WorkflowDefinition,
  ids: ReadonlySet<string>,
  step: StepDefinition,
  index: number,
  sink: ProblemSink,
): void {
  for (const variable of Object.keys(step.assign ?? {})) {
    if (Object.hasOwn(definition.variables, variable)) continue;
    const message = `There is no variable "${variable}"; declare it under variables.`;
    sink.step(index, step, { code: 'VARIABLE_UNKNOWN', message, at: ['assign', variable] });
  }
  if (step.compensateWith !== undefined && !ids.has(step.compensateWith)) {
    const message = `There is no step "${step.compensateWith}".`;
    sink.step(index, step, { code: 'FIELD_VALUE', message, at: ['compensateWith'] });
  }
}
