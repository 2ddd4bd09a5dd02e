import type { Graph } from '../../graph/graph.js';
import { edgesInto } from '../../graph/graph.js';
import type { StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { ProblemSink } from '../problem-sink.js';
import { ANYTHING, together } from './cases.js';
import type { Situation } from './cases.js';
import type { Ways } from './ways.js';

/** Beyond these, which ways exclude each other is not tried out. */
const MOST_WAYS = 8;

/** Joins that wait for ways which are never open at the same time. */
export function checkExclusiveJoins(
  { steps }: WorkflowDefinition,
  graph: Graph,
  ways: Ways,
  sink: ProblemSink,
): void {
  steps.forEach((step, index) => {
    const arriving = edgesInto(graph, index);
    const needed = neededBy(step, arriving.length);
    if (needed === null || needed < 2 || arriving.length > MOST_WAYS || arriving.length < needed) return;
    const open = arriving.map(({ connection }) => ways.live[connection] ?? null);
    if (open.every((way) => way === null) || canMeet(open, needed, 0, ANYTHING)) return;
    const sources = [...new Set(arriving.map(({ source }) => steps[source]?.id ?? ''))];
    const what = needed === arriving.length ? 'All the ways' : `${needed} of the ways`;
    sink.step(index, step, {
      code: 'JOIN_NEVER_FIRES',
      severity: 'warning',
      message: `${what} to "${step.id}" are never open together, so it never runs; choose another join.`,
      at: ['join'],
      example: [...sources, step.id],
    });
  });
}

function neededBy({ join }: StepDefinition, arriving: number): number | null {
  if (join === 'every') return arriving;
  return typeof join === 'object' ? join.atLeast : null;
}

/** Whether so many of the ways from one on can be open, together with a situation. */
function canMeet(ways: readonly (Situation | null)[], needed: number, from: number, at: Situation): boolean {
  if (needed === 0) return true;
  for (let index = from; index <= ways.length - needed; index += 1) {
    const way = ways[index];
    const met = way ? together(at, way) : null;
    if (met !== null && canMeet(ways, needed - 1, index + 1, met)) return true;
  }
  return false;
}
