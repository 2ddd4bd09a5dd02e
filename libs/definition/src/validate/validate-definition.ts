import { DefinitionNames } from '../expressions/definition-names.js';
import { buildGraph } from '../graph/graph.js';
import type { Problem } from '../problem.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { checkCompensation } from './check-compensation.js';
import { checkConnections } from './check-connections.js';
import { checkContainers } from './check-containers.js';
import { checkDeclarations } from './check-declarations.js';
import { checkExpressions } from './check-expressions.js';
import { checkFlow } from './check-flow.js';
import { checkLoopPorts } from './check-loop-ports.js';
import { checkNeeds } from './check-needs.js';
import { checkPathLengths } from './check-path-lengths.js';
import { checkSteps } from './check-steps.js';
import { checkProofs } from './proofs/check-proofs.js';
import { ProblemSink } from './problem-sink.js';

/**
 * Every problem of a definition that was read, in definition order. Runs, fetches and resolves nothing;
 * takes time in proportion to the definition.
 */
export function validateDefinition(definition: WorkflowDefinition): readonly Problem[] {
  const sink = new ProblemSink();
  const graph = buildGraph(definition);
  checkDeclarations(definition, sink);
  checkSteps(definition, graph, sink);
  checkContainers(definition, graph, sink);
  checkPathLengths(definition, graph, sink);
  checkCompensation(definition, graph, sink);
  checkLoopPorts(definition, graph, sink);
  checkConnections(definition, graph, sink);
  checkFlow(definition, graph, sink);
  checkNeeds(definition, graph, sink);
  const names = new DefinitionNames(definition, graph);
  const expressions = checkExpressions(definition, graph, names, sink);
  if (!sink.hasErrors()) checkProofs(definition, graph, expressions, sink);
  return sink.problems();
}
