import dagre from '@dagrejs/dagre';
import type { Position, WorkflowDefinition } from '#definition';
import { GRID, snap } from './geometry.js';

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

interface Node {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A layout from left to right of steps that stand in one place. `tight-tree` because dagre's other rankers need
 * seconds from a few hundred steps on (`longest-path` minutes). A step that only undoes another stands below it:
 * the two are laid out as one.
 */
export function arrangeScope(
  sizes: readonly Sized[],
  { connections }: WorkflowDefinition,
  undoes: ReadonlyMap<string, string>,
): ReadonlyMap<string, Position> {
  const here = new Map(sizes.map((size) => [size.id, size]));
  const undoneBy = new Map<string, Sized>();
  for (const size of sizes) {
    const undone = undoes.get(size.id);
    if (undone !== undefined && here.has(undone)) undoneBy.set(undone, size);
  }
  const below = new Set([...undoneBy.values()].map(({ id }) => id));
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranker: 'tight-tree', nodesep: 40, ranksep: 64, marginx: 40, marginy: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of sizes) {
    if (below.has(id)) continue;
    const under = undoneBy.get(id);
    graph.setNode(id, {
      width: Math.max(width, under?.width ?? 0),
      height: height + (under ? under.height + 2 * GRID : 0),
    });
  }
  for (const { id, sourceStep, targetStep, condition } of connections) {
    if (!graph.hasNode(sourceStep) || !graph.hasNode(targetStep)) continue;
    const label = condition === undefined ? {} : { width: 120, height: 24, labelpos: 'c' };
    graph.setEdge(sourceStep, targetStep, label, id);
  }
  dagre.layout(graph);
  const places = new Map<string, Position>();
  for (const { id, height } of sizes) {
    if (below.has(id)) continue;
    const node = graph.node(id) as Node;
    const place = { x: snap(node.x - node.width / 2), y: snap(node.y - node.height / 2) };
    places.set(id, place);
    const under = undoneBy.get(id);
    if (under) places.set(under.id, { x: place.x, y: snap(place.y + height + 2 * GRID) });
  }
  return places;
}
