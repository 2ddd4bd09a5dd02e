import { configurationSchema, findStepType, jsonPointer, validateDefinition } from '#definition';
import type { Json, JsonObject, Problem, StepDefinition, StepType, WorkflowDefinition } from '#definition';
import { callProblem } from '../problems/to-problem-model.js';
import { stepIdOf } from './instance-path.js';

/** Control steps that are given their settings when they start; the others have them in the plan. */
const GIVEN_SETTINGS: ReadonlySet<string> = new Set(['approval', 'delay', 'wait_for_event', 'sub_workflow']);

/**
 * What is wrong with settings that are to replace those of a step that is tried again: checked as the designer
 * would check them, and taken as they stand, for all that is written in expressions is fixed when an execution starts.
 */
export function checkConfiguration(
  executionGraph: object,
  path: string,
  given: JsonObject | null,
): readonly Problem[] {
  const definition = executionGraph as WorkflowDefinition;
  const index = definition.steps.findIndex(({ id }) => id === stepIdOf(path));
  const step = definition.steps[index];
  const type = step && findStepType(step.type);
  // A step that is not there is the execution's to refuse.
  if (given === null || step === undefined || !type) return [];
  const edited = { ...step, configuration: { ...step.configuration, ...given } };
  const fixed = Object.keys(given).filter((name) => isFixed(type, edited, name));
  const templates = Object.entries(given).filter(
    ([name, value]) => !type.verbatim.includes(name) && holdsTemplate(value),
  );
  return [
    ...fixed.map((name) => invalid(step, name, `"${name}" is fixed when an execution starts.`)),
    ...templates.map(([name]) =>
      invalid(step, name, `"${name}" is taken as it stands: give the value itself.`),
    ),
    ...schemaProblems(definition, index, { ...edited, configuration: checkable(type, step, given) }),
  ];
}

/** A text that was one template gave a value of any type, so any type may stand in for it. */
function checkable(type: StepType, { configuration }: StepDefinition, given: JsonObject): JsonObject {
  const properties = configurationSchema(type)['properties'] as Readonly<Record<string, JsonObject>>;
  const typed = Object.entries(given).filter(([name, value]) => {
    const stands = typeof value === 'string' || !holdsTemplate(configuration[name] ?? null);
    return stands || properties[name]?.['x-kind'] !== 'template';
  });
  return { ...configuration, ...Object.fromEntries(typed) };
}

function isFixed(type: StepType, { configuration }: StepDefinition, name: string): boolean {
  if (type.class(configuration) !== 'work' && !GIVEN_SETTINGS.has(type.type)) return true;
  return type.expressions(configuration).some(({ path }) => path[0] === name);
}

function schemaProblems(
  definition: WorkflowDefinition,
  index: number,
  edited: StepDefinition,
): readonly Problem[] {
  const steps = definition.steps.map((step, at) => (at === index ? edited : step));
  const place = `/steps/${index}/configuration`;
  return validateDefinition({ ...definition, steps })
    .filter(({ severity, path }) => severity === 'error' && (path === place || path.startsWith(`${place}/`)))
    .map((problem) => ({
      ...problem,
      code: 'CONFIGURATION_INVALID',
      path: `/configuration${problem.path.slice(place.length)}`,
    }));
}

function holdsTemplate(value: Json): boolean {
  if (typeof value === 'string') return value.includes('{{');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsTemplate);
}

function invalid({ id }: StepDefinition, field: string, message: string): Problem {
  const path = jsonPointer(['configuration', field]);
  return { ...callProblem('CONFIGURATION_INVALID', path, message, id), field };
}
