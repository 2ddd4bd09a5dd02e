import { defaultQuestion, questionSetting } from '../compile/default-question.js';
import type { Graph } from '../graph/graph.js';
import { sourcesOf } from '../graph/graph.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { findStepType } from '../steps/catalogue.js';
import type { StepType } from '../steps/step-type.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Warns when nothing that comes before gives a step what it works on. */
export function checkNeeds(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const given: ReadonlySet<string>[] = [];
  for (const index of topologicalOrder(graph).order) {
    const step = definition.steps[index] as StepDefinition;
    const type = findStepType(step.type);
    const arriving = new Set(
      sourcesOf(graph, index).flatMap((source) => [...(given[source] as ReadonlySet<string>)]),
    );
    if (type !== null && graph.indexOf.get(step.id) === index) {
      reportMissing(type, step, index, arriving, sink);
      reportQuestion(definition, step, index, sink);
    }
    given[index] = new Set([...arriving, ...(type?.gives ?? []).map(({ kind }) => kind)]);
  }
}

function reportMissing(
  type: StepType,
  step: StepDefinition,
  index: number,
  arriving: ReadonlySet<string>,
  sink: ProblemSink,
): void {
  for (const kind of type.needs) {
    if (arriving.has(kind)) continue;
    const message = `"${step.id}" works on ${kind}, but no step before it gives any.`;
    sink.step(index, step, { code: 'STEP_INPUT_MISSING', severity: 'warning', message });
  }
}

function reportQuestion(
  definition: WorkflowDefinition,
  step: StepDefinition,
  index: number,
  sink: ProblemSink,
): void {
  const setting = questionSetting(step.type);
  if (setting === null || step.configuration[setting] !== undefined || defaultQuestion(definition) !== null)
    return;
  const message = `"${step.id}" has no question: set "${setting}", or declare a text input called "question".`;
  sink.step(index, step, {
    code: 'STEP_INPUT_MISSING',
    severity: 'warning',
    message,
    at: ['configuration', setting],
  });
}
