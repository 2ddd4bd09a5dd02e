import { applyEdgeChanges, applyNodeChanges, useReactFlow } from '@xyflow/react';
import type { OnEdgesChange, OnNodesChange } from '@xyflow/react';
import { useCallback, useEffect, useState } from 'react';
import { projectConnections, projectSteps } from '../../canvas/project-graph.js';
import type { ConnectionEdge, StepNode } from '../../canvas/project-graph.js';
import type { Problem } from '#definition';
import type { ProblemIndex } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { useSelection } from '../store/selection-store.js';

/** The definition as nodes and edges, with what only the canvas knows: selection, sizes, a drag on its way. */
export function useProjection(problems: ProblemIndex) {
  const definition = useDesigner(({ document }) => document.definition);
  const [nodes, setNodes] = useState<StepNode[]>(() => projectSteps(definition, []));
  const [edges, setEdges] = useState<ConnectionEdge[]>(() => projectConnections(definition, []));
  const request = useSelection((state) => state.request);
  const { getNode, getZoom, setCenter } = useReactFlow();

  useEffect(() => {
    setNodes((before) =>
      projectSteps(definition, before, (id) => ({ ...countsOf(problems.byStep.get(id)), run: null })),
    );
    setEdges((before) =>
      projectConnections(definition, before, () => 'plain', new Set(problems.byConnection.keys())),
    );
  }, [definition, problems]);

  useEffect(() => {
    if (request.count === 0) return undefined;
    setNodes((before) => before.map((node) => select(node, request.steps.includes(node.id))));
    setEdges((before) => before.map((edge) => select(edge, request.connections.includes(edge.id))));
    const [first] = request.steps;
    if (first === undefined) return undefined;
    // The canvas has to know the new steps before it can bring them into view.
    const timer = setTimeout(() => bringIntoView(request.steps), 60);
    return () => clearTimeout(timer);

    function bringIntoView(ids: readonly string[]) {
      const hidden = ids.find((id) => !isInView(document.querySelector(`[data-step="${CSS.escape(id)}"]`)));
      const node = hidden === undefined ? undefined : getNode(hidden);
      if (!node) return;
      const { position, width = 0, height = 0 } = node;
      void setCenter(position.x + width / 2, position.y + height / 2, { zoom: getZoom(), duration: 200 });
    }
  }, [request, getNode, getZoom, setCenter]);

  const onNodesChange: OnNodesChange<StepNode> = useCallback((changes) => {
    setNodes((before) => applyNodeChanges(changes, before));
  }, []);
  const onEdgesChange: OnEdgesChange<ConnectionEdge> = useCallback((changes) => {
    setEdges((before) => applyEdgeChanges(changes, before));
  }, []);
  return { nodes, edges, onNodesChange, onEdgesChange };
}

function select<T extends { readonly selected?: boolean }>(item: T, selected: boolean): T {
  return (item.selected ?? false) === selected ? item : { ...item, selected };
}

function countsOf(problems: readonly Problem[] = []): { readonly errors: number; readonly warnings: number } {
  return {
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
  };
}

function isInView(element: Element | null): boolean {
  const canvas = element?.closest('.react-flow')?.getBoundingClientRect();
  const box = element?.getBoundingClientRect();
  if (!canvas || !box) return false;
  return (
    box.left >= canvas.left &&
    box.right <= canvas.right &&
    box.top >= canvas.top &&
    box.bottom <= canvas.bottom
  );
}
