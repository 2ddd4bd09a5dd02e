import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, MiniMap, ReactFlow, SelectionMode, useReactFlow } from '@xyflow/react';
import type { Connection, OnConnectEnd } from '@xyflow/react';
import { useCallback } from 'react';
import type { DragEvent } from 'react';
import { canConnect } from '#definition';
import {
  DRAW_VISIBLE_FROM,
  edgeTypes,
  fitOptions,
  MINIMAP_UP_TO,
  nodeTypes,
} from '../../canvas/canvas-settings.js';
import { GRID, HEAD_HEIGHT, STEP_WIDTH } from '../../canvas/geometry.js';
import { snap } from '../../canvas/place-steps.js';
import { notifyRefusal } from '../../ui/notify.js';
import { PALETTE_DATA } from '../palette/palette.js';
import type { ProblemIndex } from '../problems/problem-index.js';
import { currentDefinition, edit } from '../store/designer-store.js';
import { newStep } from '../store/new-steps.js';
import { noteSelection, requestSelection } from '../store/selection-store.js';
import { ConnectionLine } from './connection-line.js';
import { useProjection } from './use-projection.js';
import '../../canvas/canvas.css';
import classes from './designer-canvas.module.css';

const grid: [number, number] = [GRID, GRID];
const deleteKeys = ['Delete', 'Backspace'];
const addKeys = ['Shift', 'Meta', 'Control'];

/** The definition as a graph: drawn from it, and edited by gestures that become edits of it. */
export function DesignerCanvas({ problems }: { readonly problems: ProblemIndex }) {
  const scheme = useComputedColorScheme('light');
  const { nodes, edges, onNodesChange, onEdgesChange } = useProjection(problems);
  const { screenToFlowPosition } = useReactFlow();

  const onDrop = useCallback(
    (event: DragEvent) => {
      const type = event.dataTransfer.getData(PALETTE_DATA);
      if (!type) return;
      event.preventDefault();
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const step = newStep(currentDefinition(), type, {
        x: snap(x - STEP_WIDTH / 2),
        y: snap(y - HEAD_HEIGHT / 2),
      });
      edit({ kind: 'add-step', step });
      requestSelection([step.id]);
    },
    [screenToFlowPosition],
  );

  return (
    <div className={classes.canvas} onDrop={onDrop} onDragOver={allowDrop} data-testid="canvas">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={scheme}
        connectionLineComponent={ConnectionLine}
        connectionRadius={30}
        isValidConnection={mayConnect}
        onConnect={connect}
        onConnectEnd={explainRefusal}
        onNodeDragStop={commitPositions}
        onSelectionDragStop={(_event, moved) => commitPositions(_event, null, moved)}
        onSelectionChange={({ nodes: chosen, edges: lines }) =>
          noteSelection(
            chosen.map(({ id }) => id),
            lines.map(({ id }) => id),
          )
        }
        onDelete={({ nodes: gone, edges: cut }) =>
          edit(
            ...cut.map(({ id }) => ({ kind: 'disconnect' as const, connectionId: id })),
            ...gone.map(({ id }) => ({ kind: 'remove-step' as const, stepId: id })),
          )
        }
        onlyRenderVisibleElements={nodes.length >= DRAW_VISIBLE_FROM}
        edgesFocusable={false}
        deleteKeyCode={deleteKeys}
        multiSelectionKeyCode={addKeys}
        selectionMode={SelectionMode.Partial}
        snapToGrid
        snapGrid={grid}
        minZoom={0.05}
        maxZoom={2}
        onInit={(canvas) => void canvas.fitView(fitOptions)}
        fitViewOptions={fitOptions}
        zoomOnDoubleClick={false}
      >
        <Background gap={GRID} size={1} />
        <Controls showInteractive={false} orientation="horizontal" fitViewOptions={fitOptions} />
        {nodes.length > 20 && nodes.length <= MINIMAP_UP_TO && <MiniMap pannable zoomable />}
      </ReactFlow>
    </div>
  );
}

function allowDrop(event: DragEvent) {
  if (!event.dataTransfer.types.includes(PALETTE_DATA)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

function mayConnect({
  source,
  sourceHandle,
  target,
  targetHandle,
}:
  | Omit<Connection, 'id'>
  | { source: string; target: string; sourceHandle?: string | null; targetHandle?: string | null }): boolean {
  return canConnect(currentDefinition(), source, sourceHandle ?? 'out', target, targetHandle ?? 'in').ok;
}

function connect({ source, sourceHandle, target, targetHandle }: Connection) {
  edit({
    kind: 'connect',
    connection: {
      sourceStep: source,
      sourceOutput: sourceHandle ?? 'out',
      targetStep: target,
      targetInput: targetHandle ?? 'in',
    },
  });
}

const explainRefusal: OnConnectEnd = (_event, { isValid, fromHandle, toHandle }) => {
  if (isValid !== false || !fromHandle || !toHandle) return;
  const [source, target] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
  const answer = canConnect(
    currentDefinition(),
    source.nodeId,
    source.id ?? 'out',
    target.nodeId,
    target.id ?? 'in',
  );
  if (!answer.ok) notifyRefusal('Not connected', [{ message: answer.reason }]);
};

interface Moved {
  readonly id: string;
  readonly position: { readonly x: number; readonly y: number };
}

/** Once, when the drag ends: one gesture is one entry in the history. */
function commitPositions(_event: unknown, _node: unknown, moved: readonly Moved[]) {
  edit({
    kind: 'move-steps',
    positions: Object.fromEntries(moved.map(({ id, position }) => [id, { x: position.x, y: position.y }])),
  });
}
