import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, MiniMap, ReactFlow, SelectionMode, useReactFlow } from '@xyflow/react';
import type { Connection, OnConnectEnd } from '@xyflow/react';
import { useCallback } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import { canConnect } from '#definition';
import {
  DRAW_VISIBLE_FROM,
  edgeTypes,
  fitOptions,
  MINIMAP_UP_TO,
  nodeTypes,
} from '../../canvas/canvas-settings.js';
import { noteDropTarget } from '../../canvas/drop-target.js';
import { GRID } from '../../canvas/geometry.js';
import { placeAt } from '../../canvas/place-at.js';
import { notifyRefusal } from '../../ui/notify.js';
import { PALETTE_DATA } from '../palette/palette.js';
import type { ProblemIndex } from '../problems/problem-index.js';
import { addStepAt } from '../store/add-step.js';
import { currentDefinition, edit } from '../store/designer-store.js';
import { removeSteps } from '../store/remove-steps.js';
import { lightUp, noteSelection, selectInPlace } from '../store/selection-store.js';
import { ConnectionLine } from './connection-line.js';
import { commitDrag, noteDrag } from './drag-steps.js';
import { useProjection } from './use-projection.js';
import '../../canvas/canvas.css';
import classes from './designer-canvas.module.css';

const grid: [number, number] = [GRID, GRID];
const deleteKeys = ['Delete', 'Backspace'];
const addKeys = ['Shift', 'Meta', 'Control'];

/** The definition as a graph: drawn from it, and edited by gestures that become edits of it. */
export function DesignerCanvas({ problems }: { readonly problems: ProblemIndex }) {
  const scheme = useComputedColorScheme('light');
  const { nodes, edges, onNodesChange, onEdgesChange, redraw } = useProjection(problems);
  const { screenToFlowPosition } = useReactFlow();

  const onDrop = useCallback(
    (event: DragEvent) => {
      const type = event.dataTransfer.getData(PALETTE_DATA);
      if (!type) return;
      event.preventDefault();
      noteDropTarget(null);
      addStepAt(type, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    },
    [screenToFlowPosition],
  );

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(PALETTE_DATA)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const place = placeAt(
        currentDefinition(),
        screenToFlowPosition({ x: event.clientX, y: event.clientY }),
      );
      noteDropTarget(place.parent === null ? null : place);
    },
    [screenToFlowPosition],
  );

  // The inside of a frame lets the pointer through to the canvas: a click there means the frame.
  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      lightUp([]);
      const { parent } = placeAt(currentDefinition(), point);
      if (parent !== null) selectInPlace([parent]);
    },
    [screenToFlowPosition],
  );

  return (
    <div
      className={classes.canvas}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => noteDropTarget(null)}
      data-testid="canvas"
    >
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
        onNodeDrag={(_event, node, dragged) => noteDrag(node, dragged)}
        onNodeDragStop={(_event, node, dragged) => commitDrag(node, dragged, redraw)}
        onSelectionDragStop={(_event, dragged) => {
          const [lead] = dragged;
          if (lead) commitDrag(lead, dragged, redraw);
        }}
        onPaneClick={onPaneClick}
        onSelectionChange={({ nodes: chosen, edges: lines }) =>
          noteSelection(
            chosen.map(({ id }) => id),
            lines.map(({ id }) => id),
          )
        }
        onBeforeDelete={askToDelete}
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

/** The canvas deletes nothing itself: what goes is edited out of the definition, perhaps after asking. */
function askToDelete({ nodes: gone, edges: cut }: Elements): Promise<boolean> {
  const chosen = gone.filter(({ selected }) => selected).map(({ id }) => id);
  removeSteps(
    chosen,
    cut.filter(({ selected }) => selected).map(({ id }) => id),
  );
  return Promise.resolve(false);
}

interface Elements {
  readonly nodes: readonly { readonly id: string; readonly selected?: boolean }[];
  readonly edges: readonly { readonly id: string; readonly selected?: boolean }[];
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
