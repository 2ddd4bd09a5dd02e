import type { Edge, Node } from '@xyflow/react';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '#definition';
import { containmentOf } from './containment.js';
import { sameFrame } from './frame.js';
import type { Frame } from './frame.js';
import type { DrawnPorts } from './geometry.js';
import { layOut } from './lay-out.js';
import type { DrawnStep } from './lay-out.js';
import { connectionRouter } from './route-connections.js';
import { NO_MARK, sameMark } from './step-mark.js';
import type { StepMark } from './step-mark.js';
import { projectUndoLinks } from './undo-links.js';
import type { UndoEdge } from './undo-links.js';

export interface StepNodeData extends Record<string, unknown> {
  readonly step: StepDefinition;
  readonly ports: DrawnPorts;
  /** Id of the step that it only undoes, or null. */
  readonly undoes: string | null;
  readonly mark: StepMark;
  /** Of a container. */
  readonly frame: Frame | null;
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

export type StepNode = Node<StepNodeData, 'step' | 'frame'>;
export type ConnectionEdge = Edge<ConnectionEdgeData, 'connection'>;
export type CanvasEdge = ConnectionEdge | UndoEdge;

/**
 * The steps as nodes of the canvas, containers before what stands in them. A node whose step, mark and place are
 * as before stays the same object with its selection and size, so that only what changed is drawn again.
 */
export function projectSteps(
  definition: WorkflowDefinition,
  before: readonly StepNode[],
  markOf: (stepId: string) => StepMark = () => NO_MARK,
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const layout = layOut(definition);
  return containmentOf(definition).outsideIn.flatMap(({ id }) => {
    const drawn = layout.get(id);
    return drawn ? [projectStep(drawn, known.get(id), markOf(id))] : [];
  });
}

function projectStep(drawn: DrawnStep, old: StepNode | undefined, mark: StepMark): StepNode {
  const { step, at, box, place, ports, frame, undoes } = drawn;
  const sameData = old !== undefined && isSameData(old.data, drawn, mark);
  const parentId = place.parent ?? undefined;
  if (
    old &&
    sameData &&
    old.position.x === at.x &&
    old.position.y === at.y &&
    old.width === box.width &&
    old.height === box.height &&
    old.parentId === parentId
  )
    return old;
  const { parentId: _former, ...kept } = old ?? {};
  return {
    ...kept,
    id: step.id,
    type: frame ? 'frame' : 'step',
    position: at,
    width: box.width,
    height: box.height,
    // Known, so that the canvas fits all of it and not what it has come to measure.
    measured: { width: box.width, height: box.height },
    ...(parentId === undefined ? {} : { parentId }),
    // Only its head takes the pointer, so that the canvas can be moved and steps be reached inside.
    ...(frame ? { dragHandle: '[data-frame-head]', style: { pointerEvents: 'none' } } : {}),
    data: sameData && old ? old.data : { step, ports, undoes, mark, frame },
  };
}

function isSameData(old: StepNodeData, { step, ports, undoes, frame }: DrawnStep, mark: StepMark): boolean {
  return (
    old.step === step &&
    old.undoes === undoes &&
    sameNames(old.ports, ports) &&
    sameFrame(old.frame, frame) &&
    sameMark(old.mark, mark)
  );
}

function sameNames(left: DrawnPorts, right: DrawnPorts): boolean {
  return (
    left.inputs.length === right.inputs.length &&
    left.outputs.length === right.outputs.length &&
    left.outputs.every(({ name }, index) => right.outputs[index]?.name === name)
  );
}

/** The connections as edges; those whose ends are gone are left out. Then what ties a step to the one that undoes it. */
export function projectConnections(
  definition: WorkflowDefinition,
  before: readonly CanvasEdge[],
  lookOf: (connection: ConnectionDefinition) => ConnectionLook = () => 'plain',
  faulty: ReadonlySet<string> = new Set(),
): CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const ids = new Set(definition.steps.map(({ id }) => id));
  const routeOf = connectionRouter(definition);
  const { undoes } = containmentOf(definition);
  const edges = definition.connections
    .filter(({ sourceStep, targetStep }) => ids.has(sourceStep) && ids.has(targetStep))
    .map((connection): CanvasEdge => {
      const data: ConnectionEdgeData = {
        condition: connection.condition ?? null,
        look: lookOf(connection),
        faulty: faulty.has(connection.id),
        lane: routeOf(connection)?.lane ?? null,
      };
      const old = known.get(connection.id);
      if (old?.type === 'connection' && sameEdge(old, connection, data)) return old;
      return {
        ...(old as ConnectionEdge | undefined),
        id: connection.id,
        type: 'connection' as const,
        source: connection.sourceStep,
        sourceHandle: connection.sourceOutput,
        target: connection.targetStep,
        targetHandle: connection.targetInput,
        data,
      };
    });
  return [...edges, ...projectUndoLinks(undoes, known)];
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
