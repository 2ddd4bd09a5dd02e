import dagre from '@dagrejs/dagre';
import { applyEdit } from '#definition';
import type { Position, WorkflowDefinition } from '#definition';
import { drawnPorts, GRID, STEP_WIDTH, stepHeight, stepsWithErrorUse } from './geometry.js';

export type Places = ReadonlyMap<string, Position>;

/** Where each step stands: where the document says, else where a layout from left to right puts it. */
export function placeSteps(definition: WorkflowDefinition): Places {
  const placed = new Map(
    definition.steps.flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  if (placed.size === definition.steps.length) return placed;
  const arranged = arrangeSteps(definition);
  return placed.size === 0 ? arranged : new Map([...arranged, ...placed]);
}

/** The definition with a place for every step, as drawn; the same object when each has one already. */
export function withPlaces(definition: WorkflowDefinition): WorkflowDefinition {
  if (definition.steps.every(({ position }) => position !== undefined)) return definition;
  return applyEdit(definition, { kind: 'move-steps', positions: Object.fromEntries(placeSteps(definition)) });
}

/**
 * A layout from left to right. `tight-tree` because dagre's other rankers need seconds from a few
 * hundred steps on (`longest-path` minutes).
 */
export function arrangeSteps(definition: WorkflowDefinition): Places {
  const errorUse = stepsWithErrorUse(definition);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranker: 'tight-tree', nodesep: 40, ranksep: 64, marginx: 40, marginy: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const step of definition.steps) {
    graph.setNode(step.id, {
      width: STEP_WIDTH,
      height: stepHeight(drawnPorts(step, errorUse.has(step.id))),
    });
  }
  for (const { id, sourceStep, targetStep, condition } of definition.connections) {
    if (!graph.hasNode(sourceStep) || !graph.hasNode(targetStep)) continue;
    const label = condition === undefined ? {} : { width: 120, height: 24, labelpos: 'c' };
    graph.setEdge(sourceStep, targetStep, label, id);
  }
  dagre.layout(graph);
  return new Map(
    definition.steps.map(({ id }) => {
      const { x, y, width, height } = graph.node(id) as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      return [id, { x: snap(x - width / 2), y: snap(y - height / 2) }];
    }),
  );
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
