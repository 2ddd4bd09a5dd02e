import { BaseEdge, getBezierPath } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { UndoEdge } from './undo-links.js';
import classes from './connection-edge.module.css';

/** A dashed line from a step down to the one that undoes it. */
export const UndoEdgeView = memo(function UndoEdgeView(edge: EdgeProps<UndoEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = edge;
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  return <BaseEdge id={id} path={path} className={classes.undo ?? ''} interactionWidth={0} />;
});
