import type { Graph } from '../graph/graph.js';
import { containersAround } from '../graph/scopes.js';
import { LIMITS } from '../limits.js';
import { utf8Bytes } from '../utf8-bytes.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** `[` and `]` around the number of a round. */
const ROUND_BYTES = 12;

/** Paths name steps in the tables and in Temporal, which both have limits. */
export function checkPathLengths({ steps }: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  steps.forEach((step, index) => {
    let around = 0;
    for (const { owner } of containersAround(graph.scopes, index)) {
      around += partBytes(steps[owner] as StepDefinition) + 1;
      // Then it is one of the containers whose path is too long.
      if (around - 1 > LIMITS.pathBytes) return;
    }
    const bytes = around + partBytes(step);
    if (bytes <= LIMITS.pathBytes) return;
    const message = `The path of "${step.id}" can take ${bytes} bytes; ${LIMITS.pathBytes} are allowed. Shorten the ids in it.`;
    sink.step(index, step, { code: 'STEP_PATH_TOO_LONG', message, at: ['id'] });
  });
}

function partBytes({ id, type }: StepDefinition): number {
  return utf8Bytes(id) + (type === 'loop' ? ROUND_BYTES : 0);
}
