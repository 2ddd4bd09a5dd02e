import { getBezierPath } from '@xyflow/react';
import type { ConnectionLineComponentProps } from '@xyflow/react';
import { canConnect } from '#definition';
import { currentDefinition } from '../store/designer-store.js';
import classes from './designer-canvas.module.css';

/** The line that is being drawn; over a port that does not take it, it says why. */
export function ConnectionLine(line: ConnectionLineComponentProps) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = line;
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const reason = connectionStatus === 'invalid' ? reasonAgainst(line) : null;
  const color = reason !== null ? 'var(--mantine-color-red-6)' : 'var(--mantine-primary-color-filled)';
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth={2}
        strokeDasharray={reason === null ? undefined : '6 4'}
      />
      <circle cx={toX} cy={toY} r={4} fill={color} />
      {reason !== null && (
        <foreignObject x={toX + 12} y={toY + 10} width={270} height={80}>
          <span className={classes.reason} role="status">
            {reason}
          </span>
        </foreignObject>
      )}
    </g>
  );
}

function reasonAgainst({ fromHandle, toHandle }: ConnectionLineComponentProps): string | null {
  if (!toHandle) return null;
  if (fromHandle.type === toHandle.type) {
    return fromHandle.type === 'source' ? 'A way out leads to a way in.' : 'A way in is led to by a way out.';
  }
  const [source, target] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
  const answer = canConnect(
    currentDefinition(),
    source.nodeId,
    source.id ?? 'out',
    target.nodeId,
    target.id ?? 'in',
  );
  return answer.ok ? null : answer.reason;
}
