import type { Graph } from '../graph/graph.js';
import { edgesFrom, edgesInto, spread, targetsOf } from '../graph/graph.js';
import { findCycle, findKnots, topologicalOrder } from '../graph/topological-order.js';
import { findStepType } from '../steps/catalogue.js';
import { isLoopPort } from '../steps/condition/loop-ports.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import { isClosed } from './closed-ports.js';
import type { ProblemSink } from './problem-sink.js';

/** The graph as a whole: no circles, everything can be reached, joins can hold, ways out lead somewhere. */
export function checkFlow(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  checkCycles(definition, graph, sink);
  checkDeadSteps(definition, graph, sink);
  const crossing = new Set(graph.crossing.flatMap(({ source, target }) => [source, target]));
  const inFlow = graph.scopes.list.map(({ steps }) => steps.filter((step) => !graph.undoes.has(step)).length);
  definition.steps.forEach((step, index) => {
    // Connections belong to the first step with an id.
    if (graph.indexOf.get(step.id) !== index || graph.undoes.has(index)) return;
    checkJoin(step, index, graph, sink);
    checkWaysOut(definition, step, index, graph, sink);
    if (
      (inFlow[graph.scopes.of[index] as number] as number) > 1 &&
      edgesInto(graph, index).length === 0 &&
      edgesFrom(graph, index).length === 0 &&
      !crossing.has(index) &&
      !graph.scopes.circular.has(index)
    ) {
      const message = `"${step.id}" is connected to nothing, so it runs by itself.`;
      sink.step(index, step, { code: 'STEP_UNCONNECTED', severity: 'hint', message });
    }
  });
}

function checkCycles(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const { rest } = topologicalOrder(graph);
  if (rest.length === 0) return;
  const knots = findKnots(graph, rest);
  for (const knot of knots) reportCycle(definition, findCycle(graph, knot), sink);
  const inKnots = new Set(knots.flat());
  const roots = graph.incoming.flatMap((edges, index) => (edges.length === 0 ? [index] : []));
  const reached = spread(definition.steps.length, roots, (index) => targetsOf(graph, index));
  for (const index of rest) {
    if (reached[index] === 1 || inKnots.has(index)) continue;
    const unreached = definition.steps[index] as StepDefinition;
    const text = `No way leads to "${unreached.id}" from a step that can start.`;
    sink.step(index, unreached, { code: 'STEP_UNREACHABLE', message: text });
  }
}

function reportCycle(definition: WorkflowDefinition, cycle: readonly number[], sink: ProblemSink): void {
  const first = cycle.reduce((least, index) => Math.min(least, index));
  const shown = [...cycle.slice(cycle.indexOf(first)), ...cycle.slice(0, cycle.indexOf(first)), first];
  const ids = shown.map((index) => definition.steps[index]?.id);
  const path = ids.length > 12 ? [...ids.slice(0, 11), '…', ids.at(-1)] : ids;
  const step = definition.steps[first] as StepDefinition;
  const message = `These steps wait for each other in a circle: ${path.join(' → ')}. Remove a connection, or wrap the steps in a loop.`;
  sink.step(first, step, { code: 'CYCLE', message });
}

/** Spreads, in topological order, which connections can never be live. */
function checkDeadSteps(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const dead = new Set<number>();
  for (const index of topologicalOrder(graph).order) {
    const step = definition.steps[index] as StepDefinition;
    const incoming = edgesInto(graph, index);
    const never = incoming.length > 0 && incoming.every(({ connection }) => dead.has(connection));
    if (never) {
      const message = `"${step.id}" can never run: every way to it is closed.`;
      sink.step(index, step, { code: 'STEP_NEVER_RUNS', severity: 'warning', message });
    }
    for (const { connection } of edgesFrom(graph, index)) {
      const port = definition.connections[connection]?.sourceOutput;
      const closed = port !== undefined && isClosed(step, port);
      if (never || closed) dead.add(connection);
      if (port === 'error' && closed) {
        const message = `Set onError of "${step.id}" to "route", else this connection is never taken.`;
        const definitionOf = definition.connections[connection];
        if (definitionOf)
          sink.connection(connection, definitionOf, {
            code: 'ERROR_PORT_CLOSED',
            severity: 'warning',
            message,
          });
      }
    }
  }
}

function checkJoin(step: StepDefinition, index: number, graph: Graph, sink: ProblemSink): void {
  if (typeof step.join !== 'object') return;
  const arriving = edgesInto(graph, index).length;
  if (step.join.atLeast <= arriving) return;
  const message = `The join waits for ${step.join.atLeast} connections, but only ${arriving} arrive.`;
  sink.step(index, step, { code: 'JOIN_IMPOSSIBLE', message, at: ['join'] });
}

function checkWaysOut(
  definition: WorkflowDefinition,
  step: StepDefinition,
  index: number,
  graph: Graph,
  sink: ProblemSink,
): void {
  const taken = new Set(
    edgesFrom(graph, index).map(({ connection }) => definition.connections[connection]?.sourceOutput),
  );
  if (step.onError === 'route' && !taken.has('error') && findStepType(step.type)?.regions === undefined) {
    const message =
      'onError is "route", but nothing is connected to the port "error": a failure would end here unseen.';
    sink.step(index, step, { code: 'ERROR_PORT_UNUSED', severity: 'warning', message, at: ['onError'] });
  }
  const { cases } = step.configuration;
  if (step.type !== 'condition' || !Array.isArray(cases) || cases.length === 0) return;
  const ports = (cases as readonly { readonly port?: unknown }[]).map((entry) => entry?.port);
  const leavesOnly = ports.every((port) => typeof port === 'string' && isLoopPort(step.type, port));
  if (!taken.has('else') && !leavesOnly) {
    const message = 'Nothing is connected to "else": when no case holds, this way simply ends.';
    sink.step(index, step, { code: 'CONDITION_ELSE_MISSING', severity: 'hint', message });
  }
  ports.forEach((port, at) => {
    if (typeof port !== 'string' || taken.has(port) || isLoopPort(step.type, port)) return;
    const message = `Nothing is connected to the case "${port}": when it holds, this way simply ends.`;
    sink.step(index, step, {
      code: 'CONDITION_CASE_UNCONNECTED',
      severity: 'hint',
      message,
      at: ['configuration', 'cases', at],
    });
  });
}
