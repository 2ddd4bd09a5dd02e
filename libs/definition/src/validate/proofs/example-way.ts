import type { Graph } from '../../graph/graph.js';
import { sourcesOf } from '../../graph/graph.js';
import { scopeOf } from '../../graph/scopes.js';
import type { WorkflowDefinition } from '../../workflow-definition.js';

/** Ids along a shortest way from one step to another; into containers it goes through them. */
export function exampleWay(
  { steps }: WorkflowDefinition,
  graph: Graph,
  from: number,
  to: number,
): readonly string[] {
  const next = new Map<number, number | null>([[to, null]]);
  const work = [to];
  for (const at of work) {
    if (at === from) break;
    const sources = sourcesOf(graph, at);
    const { owner } = scopeOf(graph.scopes, at);
    const before = sources.length === 0 && owner !== null ? [owner] : sources;
    for (const source of before) {
      if (next.has(source)) continue;
      next.set(source, at);
      work.push(source);
    }
  }
  const way: string[] = [];
  for (let at: number | null = next.has(from) ? from : to; at !== null; at = next.get(at) ?? null) {
    way.push(steps[at]?.id ?? '');
  }
  return way;
}
