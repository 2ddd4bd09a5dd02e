import { Background, Controls, MiniMap, ReactFlow } from '@xyflow/react';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import {
  DRAW_VISIBLE_FROM,
  edgeTypes,
  fitOptions,
  MINIMAP_UP_TO,
  nodeTypes,
} from '../canvas/canvas-settings.js';
import { KeepFitted } from '../canvas/keep-fitted.js';
import { projectConnections, projectSteps } from '../canvas/project-graph.js';
import type { ConnectionEdge, StepNode } from '../canvas/project-graph.js';
import { NO_MARK } from '../canvas/step-mark.js';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { connectionLooks, factsOf } from './connection-looks.js';
import type { Verdicts } from './connection-looks.js';
import { runLineOf } from './run-line.js';
import { unreadDocuments } from './unread-documents.js';
import '../canvas/canvas.css';
import classes from './execution-page.module.css';

interface Properties {
  readonly definition: WorkflowDefinition;
  readonly steps: LiveExecutionFragment['steps'];
  readonly verdicts: Verdicts;
  readonly selected: string | null;
  readonly onSelect: (stepId: string | null) => void;
}

/** The workflow as it was when it started, coloured by what happens. */
export function ExecutionCanvas({ definition, steps, verdicts, selected, onSelect }: Properties) {
  const scheme = useComputedColorScheme('light');
  const nodesBefore = useRef<StepNode[]>([]);
  const edgesBefore = useRef<ConnectionEdge[]>([]);
  const [ready, setReady] = useState(false);
  const [moved, setMoved] = useState(false);

  const nodes = useMemo(() => {
    const byId = new Map(steps.map((step) => [step.stepId, step]));
    return projectSteps(definition, nodesBefore.current, (id) => {
      const step = byId.get(id);
      return {
        ...NO_MARK,
        warnings: step ? warningsOf(step) : 0,
        run: { status: step?.status ?? 'PENDING', line: step ? runLineOf(step) : '' },
      };
    }).map((node) =>
      node.selected === (node.id === selected) ? node : { ...node, selected: node.id === selected },
    );
  }, [definition, steps, selected]);
  const edges = useMemo(() => {
    const looks = connectionLooks(definition, steps, verdicts);
    return projectConnections(definition, edgesBefore.current, ({ id }) => looks.get(id) ?? 'undecided');
  }, [definition, steps, verdicts]);

  useEffect(() => {
    nodesBefore.current = nodes;
    edgesBefore.current = edges;
  }, [nodes, edges]);

  return (
    <section className={classes.canvas} aria-label="Graph" data-ready={ready || undefined}>
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
        onSelectionChange={({ nodes: [node] }) => {
          if (node && node.id !== selected) onSelect(node.id);
        }}
        onPaneClick={() => onSelect(null)}
      >
        <KeepFitted moved={moved} />
        <Background gap={20} size={1} />
        <Controls showInteractive={false} orientation="horizontal" fitViewOptions={fitOptions} />
        {definition.steps.length > 20 && definition.steps.length <= MINIMAP_UP_TO && (
          <MiniMap pannable zoomable />
        )}
      </ReactFlow>
    </section>
  );
}

function warningsOf({ warnings, output }: Properties['steps'][number]): number {
  return warnings.length + (unreadDocuments(factsOf(output)) ? 1 : 0);
}
