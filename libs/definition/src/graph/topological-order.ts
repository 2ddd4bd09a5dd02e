import type { Graph } from './graph.js';
import { ancestors, sourcesOf, spread, targetsOf } from './graph.js';

export interface TopologicalOrder {
  /** Steps so that each comes after those it waits for; steps on or behind a cycle are left out. */
  readonly order: readonly number[];
  /** The steps that are left out. */
  readonly rest: readonly number[];
}

/** Kahn's algorithm ("Topological sorting of large networks", 1962). */
export function topologicalOrder(graph: Graph): TopologicalOrder {
  const waiting = graph.incoming.map((edges) => edges.length);
  const order = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let at = 0; at < order.length; at += 1) {
    for (const target of targetsOf(graph, order[at] as number)) {
      const left = (waiting[target] as number) - 1;
      waiting[target] = left;
      if (left === 0) order.push(target);
    }
  }
  const rest = waiting.flatMap((count, index) => (count > 0 ? [index] : []));
  return { order, rest };
}

/**
 * Among steps that a topological order left out: the sets in which every step waits for every other (the
 * strongly connected components that hold a cycle). Each costs one walk over the graph.
 */
export function findKnots(graph: Graph, rest: readonly number[]): readonly (readonly number[])[] {
  const knots: (readonly number[])[] = [];
  const known = new Set<number>();
  for (const step of rest) {
    if (known.has(step)) continue;
    const before = ancestors(graph, step);
    if (before[step] !== 1) continue;
    const behind = spread(before.length, targetsOf(graph, step), (index) => targetsOf(graph, index));
    const knot = rest.filter((index) => before[index] === 1 && behind[index] === 1);
    for (const index of knot) known.add(index);
    knots.push(knot);
  }
  return knots;
}

/** One cycle of a set of steps in which each waits for another: each of it waits for the one before it. */
export function findCycle(graph: Graph, rest: readonly number[]): readonly number[] {
  const inRest = new Set(rest);
  const path: number[] = [];
  const position = new Map<number, number>();
  let at = rest[0] as number;
  // Every step of the rest waits for another of the rest, so walking backwards must meet itself.
  while (!position.has(at)) {
    position.set(at, path.length);
    path.push(at);
    at = sourcesOf(graph, at).find((source) => inRest.has(source)) as number;
  }
  return path.slice(position.get(at)).reverse();
}
