import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ConnectionPath {
  /** As the `d` of an SVG path. */
  readonly path: string;
  /** Where its label stands: on the line. */
  readonly label: Point;
}

/** How far a connection that goes back runs on before it turns. */
export const TURN = 24;

const CORNER = 12;

/** Whether a connection leads back to the left, so that a plain curve would cut through steps. */
export function goesBack(from: Point, to: Point): boolean {
  return to.x < from.x + TURN / 2;
}

/**
 * A connection from a way out (right side) to a way in (left side): a curve, or, when it goes back, straight
 * pieces with round corners that run along the lane.
 * @param lane height of the piece that leads back; halfway when null
 */
export function connectionPath(from: Point, to: Point, lane: number | null): ConnectionPath {
  const ends = {
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: Position.Right,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Position.Left,
  };
  const [path, x, y] = goesBack(from, to)
    ? getSmoothStepPath({
        ...ends,
        borderRadius: CORNER,
        offset: TURN,
        ...(lane === null ? {} : { centerY: lane }),
      })
    : getBezierPath(ends);
  return { path, label: { x, y } };
}
