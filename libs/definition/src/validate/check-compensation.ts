import { edgesFrom, edgesInto } from '../graph/graph.js';
import type { Graph } from '../graph/graph.js';
import { findStepType } from '../steps/catalogue.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Steps that undo others do work, stand beside what they undo and outside of the flow. */
export function checkCompensation(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const { steps, connections } = definition;
  steps.forEach((step, index) => {
    if (step.compensateWith === undefined) return;
    const handler = graph.indexOf.get(step.compensateWith);
    const wrong = handler === undefined ? null : wrongHandler(steps, step, index, handler, graph);
    const at = ['compensateWith'];
    if (handler === undefined) {
      const message = `There is no step "${step.compensateWith}".`;
      sink.step(index, step, { code: 'FIELD_VALUE', message, at });
    } else if (wrong !== null) {
      sink.step(index, step, { code: 'COMPENSATION_INVALID', message: wrong, at });
    } else if (graph.undoes.get(handler) !== index && graph.indexOf.get(step.id) === index) {
      const message = `"${step.compensateWith}" already undoes another step; each needs one of its own.`;
      sink.step(index, step, { code: 'COMPENSATION_SHARED', message, at });
    }
  });
  for (const [handler, undone] of graph.undoes) {
    reportUnused(steps[handler] as StepDefinition, handler, sink);
    const message = `"${steps[handler]?.id}" runs only to undo "${steps[undone]?.id}", so nothing can be connected to it.`;
    const edges = [...edgesInto(graph, handler), ...edgesFrom(graph, handler)];
    for (const { connection } of edges) {
      sink.connection(connection, connections[connection] as ConnectionDefinition, {
        code: 'COMPENSATION_CONNECTED',
        message,
      });
    }
  }
}

function wrongHandler(
  steps: readonly StepDefinition[],
  step: StepDefinition,
  index: number,
  handler: number,
  graph: Graph,
): string | null {
  const undoing = steps[handler] as StepDefinition;
  const type = findStepType(undoing.type);
  if (handler === index) return 'A step cannot undo itself.';
  if (graph.undoes.has(index)) return `"${step.id}" undoes another step, so nothing undoes it.`;
  if (type !== null && type.class(undoing.configuration) !== 'work') {
    return `"${undoing.id}" is of type ${undoing.type}; only a step that does work can undo another.`;
  }
  return graph.scopes.of[handler] === graph.scopes.of[index]
    ? null
    : `"${undoing.id}" must stand in the same container and region as "${step.id}".`;
}

const UNUSED = ['conditions', 'join', 'assign', 'defaultOutput'] as const;

function reportUnused(handler: StepDefinition, index: number, sink: ProblemSink): void {
  for (const field of UNUSED) {
    if (handler[field] === undefined) continue;
    const message = `"${field}" means nothing on a step that only undoes another.`;
    sink.step(index, handler, { code: 'COMPENSATION_FIELD_UNUSED', severity: 'hint', message, at: [field] });
  }
}
