import { buildGraph } from '../graph/graph.js';
import { containersAround } from '../graph/scopes.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';

/** Without a step, what stands in it, their connections, and mentions of them as what undoes another. */
export function removeStep(definition: WorkflowDefinition, id: string): WorkflowDefinition {
  const { steps, connections } = definition;
  const graph = buildGraph(definition);
  const removed = graph.indexOf.get(id);
  if (removed === undefined) return definition;
  const gone = new Set([id]);
  steps.forEach((step, index) => {
    for (const { owner } of containersAround(graph.scopes, index)) if (owner === removed) gone.add(step.id);
  });
  return {
    ...definition,
    steps: steps.filter((step) => !gone.has(step.id)).map((step) => withoutHandler(step, gone)),
    connections: connections.filter(
      ({ sourceStep, targetStep }) => !gone.has(sourceStep) && !gone.has(targetStep),
    ),
  };
}

function withoutHandler(step: StepDefinition, gone: ReadonlySet<string>): StepDefinition {
  const { compensateWith, ...rest } = step;
  return compensateWith !== undefined && gone.has(compensateWith) ? rest : step;
}
