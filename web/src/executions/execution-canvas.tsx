import { Background, Controls, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import {
  DRAW_VISIBLE_FROM,
  edgeTypes,
  fitOptions,
  MINIMAP_UP_TO,
  nodeTypes,
} from '../canvas/canvas-settings.js';
import { FrameStrip } from '../canvas/frame-strip.js';
import { KeepFitted } from '../canvas/keep-fitted.js';
import { placeAt } from '../canvas/place-at.js';
import { projectConnections, projectSteps } from '../canvas/project-graph.js';
import type { CanvasEdge, StepNode } from '../canvas/project-graph.js';
import { connectionLooks } from './connection-looks.js';
import { verdictKey } from './log-lines.js';
import { RoundPicker } from './round-picker.js';
import { RoundsContext } from './rounds-context.js';
import { markOf } from './step-marks.js';
import type { Situation } from './step-marks.js';
import type { Instances } from './use-instances.js';
import '../canvas/canvas.css';
import classes from './execution-page.module.css';

interface Properties extends Pick<Situation, 'definition' | 'paused'> {
  readonly instances: Instances;
  /** By source path and connection. */
  readonly verdicts: ReadonlyMap<string, boolean>;
  readonly selected: string | null;
  readonly onSelect: (stepId: string | null) => void;
}

/** The workflow as it was when it started, coloured by what happens in the rounds that are shown. */
export function ExecutionCanvas({ definition, instances, paused, verdicts, selected, onSelect }: Properties) {
  const scheme = useComputedColorScheme('light');
  const nodesBefore = useRef<StepNode[]>([]);
  const edgesBefore = useRef<CanvasEdge[]>([]);
  const [ready, setReady] = useState(false);
  const [moved, setMoved] = useState(false);
  const { screenToFlowPosition } = useReactFlow();
  const { rows, paths, counts } = instances;

  const nodes = useMemo(() => {
    const situation = { definition, rows, paths, counts, paused };
    return projectSteps(definition, nodesBefore.current, (id) => markOf(situation, id)).map((node) =>
      node.selected === (node.id === selected) ? node : { ...node, selected: node.id === selected },
    );
  }, [definition, rows, paths, counts, paused, selected]);
  const edges = useMemo(() => {
    const states = [...paths].flatMap(([stepId, path]) => {
      const row = rows.at(path);
      return row ? [{ stepId, status: row.status, output: row.output }] : [];
    });
    const shown = new Map(
      definition.connections.flatMap(({ id, sourceStep }) => {
        const verdict = verdicts.get(verdictKey(paths.get(sourceStep) ?? '', id));
        return verdict === undefined ? [] : [[id, verdict] as const];
      }),
    );
    const looks = connectionLooks(definition, states, shown);
    return projectConnections(definition, edgesBefore.current, ({ id }) => looks.get(id) ?? 'undecided');
  }, [definition, rows, paths, verdicts]);

  useEffect(() => {
    nodesBefore.current = nodes;
    edgesBefore.current = edges;
  }, [nodes, edges]);

  // The inside of a frame lets the pointer through to the canvas: a click there means the frame.
  const onPaneClick = useCallback(
    (event: MouseEvent) =>
      onSelect(placeAt(definition, screenToFlowPosition({ x: event.clientX, y: event.clientY })).parent),
    [definition, onSelect, screenToFlowPosition],
  );

  return (
    <section className={classes.canvas} aria-label="Graph" data-ready={ready || undefined}>
      <RoundsContext value={instances}>
        <FrameStrip value={RoundPicker}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            colorMode={scheme}
            onlyRenderVisibleElements={definition.steps.length >= DRAW_VISIBLE_FROM}
            nodesDraggable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            elementsSelectable
            deleteKeyCode={null}
            minZoom={0.05}
            maxZoom={2}
            fitView
            fitViewOptions={fitOptions}
            zoomOnDoubleClick={false}
            onInit={() => setReady(true)}
            onMoveStart={(event) => {
              // Null when the page itself moves it.
              if (event) setMoved(true);
            }}
            onNodeClick={(_event, node) => onSelect(node.id)}
            onNodesChange={(changes) => {
              // By the keyboard.
              const chosen = changes.find((change) => change.type === 'select' && change.selected);
              if (chosen?.type === 'select') onSelect(chosen.id);
            }}
            onPaneClick={onPaneClick}
          >
            <KeepFitted moved={moved} />
            <Background gap={20} size={1} />
            <Controls showInteractive={false} orientation="horizontal" fitViewOptions={fitOptions} />
            {definition.steps.length > 20 && definition.steps.length <= MINIMAP_UP_TO && (
              <MiniMap pannable zoomable />
            )}
          </ReactFlow>
        </FrameStrip>
      </RoundsContext>
    </section>
  );
}
