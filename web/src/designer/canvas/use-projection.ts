import { applyEdgeChanges, applyNodeChanges, useReactFlow } from '@xyflow/react';
import type { OnEdgesChange, OnNodesChange } from '@xyflow/react';
import { useCallback, useEffect, useState } from 'react';
import { fitOptions } from '../../canvas/canvas-settings.js';
import { projectConnections, projectSteps } from '../../canvas/project-graph.js';
import type { CanvasEdge, StepNode } from '../../canvas/project-graph.js';
import type { Problem } from '#definition';
import type { ProblemIndex } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { useSelection } from '../store/selection-store.js';

/** The definition as nodes and edges, with what only the canvas knows: selection, sizes, a drag on its way. */
export function useProjection(problems: ProblemIndex) {
  const definition = useDesigner(({ document }) => document.definition);
  const [nodes, setNodes] = useState<StepNode[]>(() => projectSteps(definition, []));
  const [edges, setEdges] = useState<CanvasEdge[]>(() => projectConnections(definition, []));
  const request = useSelection((state) => state.request);
  const lit = useSelection((state) => state.lit);
  const { fitView, getInternalNode, getZoom, setCenter } = useReactFlow();

  const draw = useCallback(() => {
    const shining = new Set(lit);
    setNodes((before) =>
      projectSteps(definition, before, (id) => ({
        ...countsOf(problems.byStep.get(id)),
        lit: shining.has(id),
        run: null,
      })),
    );
  }, [definition, problems, lit]);

  useEffect(() => {
    draw();
    setEdges((before) =>
      projectConnections(definition, before, () => 'plain', new Set(problems.byConnection.keys())),
    );
  }, [definition, problems, draw]);

  useEffect(() => {
    if (request.count === 0) return undefined;
    setNodes((before) => before.map((node) => select(node, request.steps.includes(node.id))));
    setEdges((before) => before.map((edge) => select(edge, request.connections.includes(edge.id))));
    const [first] = request.steps;
    if (first === undefined || request.still) return undefined;
    // The canvas has to know the new steps before it can bring them into view.
    const timer = setTimeout(() => bringIntoView(request.steps), 60);
    return () => clearTimeout(timer);

    function bringIntoView(ids: readonly string[]) {
      const hidden = ids.find((id) => !isInView(document.querySelector(`[data-step="${CSS.escape(id)}"]`)));
      const node = hidden === undefined ? undefined : getInternalNode(hidden);
      if (!node) return;
      const { width = 0, height = 0 } = node;
      const position = node.internals.positionAbsolute;
      void setCenter(position.x + width / 2, position.y + height / 2, { zoom: getZoom(), duration: 200 });
    }
  }, [request, getInternalNode, getZoom, setCenter]);

  useEffect(() => {
    if (lit.length < 2) return undefined;
    // After the canvas has moved to what is selected with them.
    const timer = setTimeout(() => {
      if (lit.every((id) => isInView(document.querySelector(`[data-step="${CSS.escape(id)}"]`)))) return;
      void fitView({ ...fitOptions, nodes: lit.map((id) => ({ id })), maxZoom: getZoom(), duration: 200 });
    }, 320);
    return () => clearTimeout(timer);
  }, [lit, fitView, getZoom]);

  const onNodesChange: OnNodesChange<StepNode> = useCallback((changes) => {
    setNodes((before) => applyNodeChanges(changes, before));
  }, []);
  const onEdgesChange: OnEdgesChange<CanvasEdge> = useCallback((changes) => {
    setEdges((before) => applyEdgeChanges(changes, before));
  }, []);
  return { nodes, edges, onNodesChange, onEdgesChange, redraw: draw };
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
