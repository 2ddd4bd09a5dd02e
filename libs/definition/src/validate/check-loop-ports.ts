import type { Graph } from '../graph/graph.js';
import { edgesFrom } from '../graph/graph.js';
import { containersAround } from '../graph/scopes.js';
import { isLoopPort } from '../steps/condition/loop-ports.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** `break` and `continue` are chosen inside a loop only, and lead nowhere. */
export function checkLoopPorts(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  definition.steps.forEach((step, index) => {
    const { cases } = step.configuration;
    if (step.type !== 'condition' || !Array.isArray(cases)) return;
    if (!isInLoop(definition, index, graph)) reportMisplaced(step, index, cases, sink);
    for (const { connection } of edgesFrom(graph, index)) {
      const drawn = definition.connections[connection] as ConnectionDefinition;
      if (!isLoopPort(step.type, drawn.sourceOutput)) continue;
      const message = `"${drawn.sourceOutput}" leaves the round, so nothing can be connected to it.`;
      sink.connection(connection, drawn, { code: 'LOOP_PORT_CONNECTED', message, at: ['sourceOutput'] });
    }
  });
}

function reportMisplaced(
  step: StepDefinition,
  index: number,
  cases: readonly { readonly port?: unknown }[],
  sink: ProblemSink,
): void {
  cases.forEach((entry, at) => {
    const port = entry?.port;
    if (typeof port !== 'string' || !isLoopPort(step.type, port)) return;
    const message = `A case can be called "${port}" only inside a loop; choose another name.`;
    sink.step(index, step, {
      code: 'LOOP_PORT_MISPLACED',
      message,
      at: ['configuration', 'cases', at, 'port'],
    });
  });
}

function isInLoop({ steps }: WorkflowDefinition, step: number, { scopes }: Graph): boolean {
  for (const { owner } of containersAround(scopes, step)) {
    if (steps[owner]?.type === 'loop') return true;
  }
  return false;
}
