import { TURN } from './connection-path.js';
import type { Point } from './connection-path.js';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Room between a lane and the steps above and below it. */
const CLEARANCE = 14;

/** So wide may a gap be that its middle is taken; in a wider one the lane keeps close to its ends. */
const NARROW = 160;

/**
 * The height nearest to halfway between two ends at which a line can lead back without crossing a step.
 * @param boxes all drawn steps, sorted by their upper edge
 */
export function freeLane(from: Point, to: Point, boxes: readonly Box[]): number {
  const left = to.x - TURN;
  const right = from.x + TURN;
  const wish = (from.y + to.y) / 2;
  let best = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of boxes) {
    if (x >= right || x + width <= left) continue;
    best = nearer(wish, best, laneIn(top, y, wish));
    top = Math.max(top, y + height);
  }
  return nearer(wish, best, laneIn(top, Number.POSITIVE_INFINITY, wish));
}

/** The height in a gap that is nearest to the wish, or null when the gap is too low to pass. */
function laneIn(top: number, bottom: number, wish: number): number | null {
  const room = bottom - top;
  if (room < 2 * CLEARANCE) return null;
  if (room <= NARROW) return (top + bottom) / 2;
  return Math.min(Math.max(wish, top + CLEARANCE), bottom - CLEARANCE);
}

function nearer(wish: number, known: number, found: number | null): number {
  if (found === null) return known;
  return Math.abs(found - wish) < Math.abs(known - wish) ? found : known;
}
