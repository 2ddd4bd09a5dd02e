import type { Graph } from '../../graph/graph.js';
import type { WorkflowDefinition } from '../../workflow-definition.js';
import type { CheckedExpressions } from '../check-expressions.js';
import type { ProblemSink } from '../problem-sink.js';
import { checkContradictions } from './check-contradictions.js';
import { checkCoveredCases } from './check-covered-cases.js';
import { checkEndlessLoops } from './check-endless-loops.js';
import { checkExclusiveJoins } from './check-exclusive-joins.js';
import { checkUnreadOutputs } from './check-unread-outputs.js';
import { ConditionBook } from './condition-book.js';
import { Ways } from './ways.js';

/**
 * What can be shown of a definition without errors: that something in it never happens, never ends or is for
 * nothing. What is said is certain; what is not said may still be so.
 */
export function checkProofs(
  definition: WorkflowDefinition,
  graph: Graph,
  expressions: CheckedExpressions,
  sink: ProblemSink,
): void {
  const book = new ConditionBook(expressions);
  const ways = new Ways(definition, graph, book);
  checkContradictions({ definition, graph, book, ways }, sink);
  checkCoveredCases(definition, book, sink);
  checkExclusiveJoins(definition, graph, ways, sink);
  checkEndlessLoops(definition, graph, expressions, book, sink);
  checkUnreadOutputs(definition, graph, expressions, sink);
}
