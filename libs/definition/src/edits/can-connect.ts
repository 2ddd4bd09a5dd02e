import { buildGraph, ancestors } from '../graph/graph.js';
import { inputPorts, outputPorts } from '../steps/catalogue.js';
import { isLoopPort } from '../steps/condition/loop-ports.js';
import { typesAgree } from '../validate/check-connections.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';

export type CanConnect = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Whether the canvas may draw a connection between two ports, and if not, why in one sentence. */
export function canConnect(
  definition: WorkflowDefinition,
  source: string,
  sourceOutput: string,
  target: string,
  targetInput: string,
): CanConnect {
  const graph = buildGraph(definition);
  const from = graph.indexOf.get(source);
  const to = graph.indexOf.get(target);
  const sourceStep = from === undefined ? undefined : definition.steps[from];
  const targetStep = to === undefined ? undefined : definition.steps[to];
  if (from === undefined || to === undefined || !sourceStep || !targetStep)
    return no('That step is not there any more.');
  if (from === to) return no('A step cannot be connected to itself.');
  if (placeOf(sourceStep) !== placeOf(targetStep)) {
    return no('A connection cannot go into or out of a container.');
  }
  if (graph.undoes.has(from) || graph.undoes.has(to)) {
    return no('A step that only undoes another is connected to nothing.');
  }
  if (isLoopPort(sourceStep.type, sourceOutput)) {
    return no(`"${sourceOutput}" leaves the round, so nothing can be connected to it.`);
  }
  const output = outputPorts(sourceStep).find(({ name }) => name === sourceOutput);
  const input = inputPorts(targetStep).find(({ name }) => name === targetInput);
  if (output === undefined || input === undefined) return no('That port is not there.');
  if (!typesAgree(output, input)) return no(`This port gives ${output.type}, the other takes ${input.type}.`);
  const twice = definition.connections.some(
    (connection) =>
      connection.sourceStep === source &&
      connection.sourceOutput === sourceOutput &&
      connection.targetStep === target &&
      connection.targetInput === targetInput,
  );
  if (twice) return no('These ports are already connected.');
  return ancestors(graph, from)[to] === 1
    ? no('That would make a circle: wrap the steps in a loop instead.')
    : { ok: true };
}

function placeOf({ parent, region }: StepDefinition): string {
  return parent == null ? '' : JSON.stringify([parent, region ?? 'body']);
}

function no(reason: string): CanConnect {
  return { ok: false, reason };
}
