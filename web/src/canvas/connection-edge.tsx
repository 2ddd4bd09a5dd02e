import { BaseEdge, EdgeLabelRenderer } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { connectionPath } from './connection-path.js';
import type { ConnectionEdge } from './project-graph.js';
import classes from './connection-edge.module.css';

/** A connection; its condition is its label. */
export const ConnectionEdgeView = memo(function ConnectionEdgeView(edge: EdgeProps<ConnectionEdge>) {
  const { id, data, selected } = edge;
  const { path, label } = connectionPath(
    { x: edge.sourceX, y: edge.sourceY },
    { x: edge.targetX, y: edge.targetY },
    data?.lane ?? null,
  );
  const look = data?.look ?? 'plain';
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={22}
        className={`${classes.line} ${classes[look] ?? ''} ${selected ? classes.selected : ''} ${data?.faulty ? classes.faulty : ''}`}
      />
      {data?.condition !== null && data?.condition !== undefined && (
        <EdgeLabelRenderer>
          <div
            className={classes.label}
            data-selected={selected || undefined}
            data-faulty={data.faulty || undefined}
            data-dead={look === 'dead' || undefined}
            data-connection={id}
            title={data.condition}
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          >
            {data.condition}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
