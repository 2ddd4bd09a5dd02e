import type { Edge, Node } from '@xyflow/react';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '#definition';
import { drawnPorts, STEP_WIDTH, stepHeight, stepsWithErrorUse } from './geometry.js';
import type { DrawnPorts } from './geometry.js';
import { placeSteps } from './place-steps.js';
import { connectionRouter } from './route-connections.js';
import { NO_MARK, sameMark } from './step-mark.js';
import type { StepMark } from './step-mark.js';

export interface StepNodeData extends Record<string, unknown> {
  readonly step: StepDefinition;
  readonly ports: DrawnPorts;
  readonly errorUsed: boolean;
  readonly mark: StepMark;
}

/** How a connection is drawn: by its state in an execution, or plainly while it is designed. */
export type ConnectionLook = 'plain' | 'undecided' | 'live' | 'dead' | 'flowing';

export interface ConnectionEdgeData extends Record<string, unknown> {
  readonly condition: string | null;
  readonly look: ConnectionLook;
  readonly faulty: boolean;
  /** Height at which a connection that goes back runs; null for one that goes on. */
  readonly lane: number | null;
}

export type StepNode = Node<StepNodeData, 'step'>;
export type ConnectionEdge = Edge<ConnectionEdgeData, 'connection'>;

/**
 * The steps as nodes of the canvas. A node whose step, mark and place are as before stays the same object
 * with its selection and size, so that only what changed is drawn again.
 */
export function projectSteps(
  definition: WorkflowDefinition,
  before: readonly StepNode[],
  markOf: (stepId: string) => StepMark = () => NO_MARK,
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const places = placeSteps(definition);
  const errorUse = stepsWithErrorUse(definition);
  return definition.steps.map((step) => {
    const position = places.get(step.id) ?? { x: 0, y: 0 };
    const mark = markOf(step.id);
    const errorUsed = errorUse.has(step.id);
    const old = known.get(step.id);
    const samePlace = old !== undefined && old.position.x === position.x && old.position.y === position.y;
    const sameData =
      old !== undefined &&
      old.data.step === step &&
      old.data.errorUsed === errorUsed &&
      sameMark(old.data.mark, mark);
    if (old && samePlace && sameData) return old;
    const ports = drawnPorts(step, errorUsed);
    return {
      ...old,
      id: step.id,
      type: 'step' as const,
      position,
      width: STEP_WIDTH,
      height: stepHeight(ports),
      data: sameData && old ? old.data : { step, ports, errorUsed, mark },
    };
  });
}

/** The connections as edges; those whose ends are gone are left out. */
export function projectConnections(
  definition: WorkflowDefinition,
  before: readonly ConnectionEdge[],
  lookOf: (connection: ConnectionDefinition) => ConnectionLook = () => 'plain',
  faulty: ReadonlySet<string> = new Set(),
): ConnectionEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const ids = new Set(definition.steps.map(({ id }) => id));
  const routeOf = connectionRouter(definition);
  return definition.connections
    .filter(({ sourceStep, targetStep }) => ids.has(sourceStep) && ids.has(targetStep))
    .map((connection) => {
      const data: ConnectionEdgeData = {
        condition: connection.condition ?? null,
        look: lookOf(connection),
        faulty: faulty.has(connection.id),
        lane: routeOf(connection)?.lane ?? null,
      };
      const old = known.get(connection.id);
      if (old && sameEdge(old, connection, data)) return old;
      return {
        ...old,
        id: connection.id,
        type: 'connection' as const,
        source: connection.sourceStep,
        sourceHandle: connection.sourceOutput,
        target: connection.targetStep,
        targetHandle: connection.targetInput,
        data,
      };
    });
}

function sameEdge(edge: ConnectionEdge, connection: ConnectionDefinition, data: ConnectionEdgeData): boolean {
  return (
    edge.source === connection.sourceStep &&
    edge.target === connection.targetStep &&
    edge.sourceHandle === connection.sourceOutput &&
    edge.targetHandle === connection.targetInput &&
    edge.data?.condition === data.condition &&
    edge.data.look === data.look &&
    edge.data.faulty === data.faulty &&
    edge.data.lane === data.lane
  );
}
